-- id: ncr-no-longer
-- title: No longer meet the criteria to reside on the day
-- question: How many people should leave on a day?
-- definition: Mean number a day: people who left alive on the day and people who remain at its end without criteria to reside.
--   Always discharged and remaining together.
-- source: NHS England, daily discharge situation report
-- kind: per-day
-- unit: people
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: front line, board
select left_on as day, 1 as numerator, site, locality, age_band, deprivation, ethnicity, sex from discharges where left_on is not null and not died
union all
select day, 1, site, locality, age_band, deprivation, ethnicity, sex from ready_nights
