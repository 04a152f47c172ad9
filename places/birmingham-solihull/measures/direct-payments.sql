-- id: direct-payments
-- title: Direct payments taken
-- question: Do people who could hold the money themselves take it?
-- definition: Of personal budgets that were offered in the month and answered, the share of which the person takes all or a
--   part as a direct payment. Whoever wants to think about it has not answered.
-- source: document 003 (personal budgets and direct payments were not offered on the way out of hospital)
-- kind: share
-- unit: %
-- better: neither
-- split: locality
-- programme: early-intervention
-- audience: commissioner, board
with opened as (select subject, min(locality) as locality from events where type = 'PackageOpened' group by subject)
select happened_on as day, reason_code in ('direct-payment', 'part') as numerator, opened.locality as locality
from events left join opened using (subject)
where type = 'BudgetOffered' and reason_code in ('direct-payment', 'part', 'council-arranges')
