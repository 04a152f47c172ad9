-- id: discharge-delay-days
-- title: Days from ready to gone
-- question: How long do those wait who wait to leave hospital?
-- definition: Mean days from the discharge-ready date to the discharge, of those who left in the month after a delay of at
--   least one day.
-- source: national discharge-ready-date measure since 2024
-- kind: mean
-- unit: days
-- better: lower
-- split: locality, site, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: board, commissioner
select s.left_on as day, s.left_on - s.completed_on as value, s.locality, u.site, s.age_band, s.deprivation, s.ethnicity, s.frailty
from steps s left join units u on u.pool = s.pool and u.unit = s.unit
where s.step = 'acute-stay' and s.left_on > s.completed_on
