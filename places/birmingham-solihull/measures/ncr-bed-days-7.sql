-- id: ncr-bed-days-7
-- title: Additional bed days of people who stay seven days and more
-- question: How many nights have people in long stays spent in hospital since they were ready?
-- definition: Mean over the days: nights since the discharge-ready date of people who at midnight have been in hospital for
--   seven nights and more and no longer meet the criteria to reside.
-- source: NHS England, daily discharge situation report
-- kind: per-day
-- unit: nights
-- better: lower
-- split: site, locality, side, reason_group
-- programme: early-intervention
-- audience: front line, board
select day, day - period_from_on as numerator, site, locality, side, reason_group
from ready_nights
where day - admitted_on >= 7
