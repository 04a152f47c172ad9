-- id: died-ready
-- title: Died in hospital although ready to leave
-- question: How many people lose their last days to a delay?
-- definition: Deaths in an acute bed of people who no longer met the criteria to reside.
-- source: our measure; document 003
-- kind: count
-- unit: people
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: end of life
-- audience: board, front line
select left_on as day, 1 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and died and ready_on is not null
