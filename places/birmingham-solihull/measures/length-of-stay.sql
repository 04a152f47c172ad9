-- id: length-of-stay
-- title: Nights in an acute bed
-- question: How long do people stay in hospital?
-- definition: Mean nights between the day on which people got an acute bed and the day on which they gave it up; in the
--   month in which they left. Waiting to leave is part of it.
-- source: NHS data dictionary, length of stay
-- kind: mean
-- unit: nights
-- better: lower
-- split: locality, site, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: board, commissioner
select s.left_on as day, s.left_on - s.started_on as value, s.locality, u.site, s.age_band, s.deprivation, s.ethnicity, s.frailty
from steps s left join units u on u.pool = s.pool and u.unit = s.unit
where s.step = 'acute-stay' and s.left_on is not null
