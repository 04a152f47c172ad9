-- id: discharge-delayed-share
-- title: People who left hospital later than the day they were ready
-- question: How many people stay in hospital although they are ready to leave?
-- definition: Of all who left an acute bed in the month, the share who left on a later day than the one on which they were
--   ready (at least one day of delay).
-- source: national discharge-ready-date measure since 2024
-- kind: share
-- unit: %
-- better: lower
-- baseline: 51 in November to December 2017; document 004, sample of people waiting to leave
-- split: locality, site, age_band, deprivation, ethnicity, sex, frailty
-- programme: early-intervention
-- audience: board, commissioner, front line
select s.left_on as day, s.left_on > s.completed_on as numerator, s.locality, u.site, s.age_band, s.deprivation, s.ethnicity, s.sex, s.frailty
from steps s left join units u on u.pool = s.pool and u.unit = s.unit
where s.step = 'acute-stay' and s.left_on is not null and s.completed_on is not null
