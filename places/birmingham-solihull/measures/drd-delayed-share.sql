-- id: drd-delayed-share
-- title: Left hospital a day or more after the discharge-ready date
-- question: How many people stay although they no longer meet the criteria to reside?
-- definition: Of people who left an acute bed alive and have a discharge-ready date, the share who left at least one day after
--   it. The date is the start of the last period without criteria to reside that ran until the person left.
-- source: NHS England, discharge-ready date, since 2024
-- kind: share
-- unit: %
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: board, commissioner, front line
select left_on as day, delay_days >= 1 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died and delay_days is not null
