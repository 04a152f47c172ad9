-- id: offers-declined
-- title: Offers that providers decline
-- question: How often is a place that looked right on paper refused?
-- definition: Of offers of a person to a provider that were accepted or declined in the month, the share declined.
-- source: document 003 (people declined by home after home)
-- kind: share
-- unit: %
-- better: lower
-- split: locality
-- programme: early-intervention
-- audience: front line, commissioner
with opened as (select subject, min(locality) as locality from events where type = 'SearchOpened' group by subject)
select happened_on as day, type = 'OfferDeclined' as numerator, opened.locality as locality
from events left join opened using (subject) where type in ('OfferAccepted', 'OfferDeclined')
