-- id: drd-delay-7
-- title: Left hospital seven days or more after the discharge-ready date
-- question: How many people wait a week and more?
-- definition: Of people who left an acute bed alive and have a discharge-ready date, the share who left seven days or more
--   after it.
-- source: NHS England, discharge-ready date, since 2024
-- kind: share
-- unit: %
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: board, commissioner, front line
select left_on as day, delay_days >= 7 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died and delay_days is not null
