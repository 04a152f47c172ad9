-- id: declined
-- title: Referrals declined
-- question: How many who ask are turned away?
-- definition: Of referrals that came in in the month and were accepted or declined, the share declined.
-- source: definitions: referrals from every appropriate source
-- kind: share
-- unit: %
-- better: lower
-- split: sender_kind, locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: front line, commissioner
select opened_on as day, declined_on is not null as numerator, sender_kind, locality, age_band, deprivation, ethnicity, frailty
from journeys where accepted_at is not null or declined_on is not null
