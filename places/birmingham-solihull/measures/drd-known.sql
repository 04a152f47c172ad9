-- id: drd-known
-- title: Discharge-ready date known
-- question: Is it written down when people are ready?
-- definition: Of people who left an acute bed alive and of whom staff said something, the share whose discharge-ready date is
--   known.
-- source: NHS England, discharge-ready date, since 2024 (completeness)
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: front line, board
select left_on as day, delay_days is not null as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died
