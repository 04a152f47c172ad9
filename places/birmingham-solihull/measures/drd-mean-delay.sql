-- id: drd-mean-delay
-- title: Days from discharge-ready date to leaving, where there is a delay
-- question: How long do people wait once they are ready?
-- definition: Mean days from the discharge-ready date to the day on which the person left, without those who left on the day
--   itself.
-- source: NHS England, discharge-ready date, since 2024
-- kind: mean
-- unit: days
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: board, commissioner, front line
select left_on as day, delay_days as value, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died and delay_days >= 1
