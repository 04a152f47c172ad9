-- id: ncr-remaining
-- title: In an acute bed at midnight without criteria to reside
-- question: How many people are in hospital who could be elsewhere?
-- definition: Mean number of people who at midnight are in an acute bed and, by the last round, no longer meet the criteria to
--   reside.
-- source: NHS England, daily discharge situation report
-- kind: per-day
-- unit: people
-- better: lower
-- split: site, locality, side, reason_group, reason, cause, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: front line, board, commissioner
select day, 1 as numerator, site, locality, side, reason_group, reason, cause, age_band, deprivation, ethnicity, sex
from ready_nights
