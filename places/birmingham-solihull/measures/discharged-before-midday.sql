-- id: discharged-before-midday
-- title: Left hospital before midday
-- question: Do people who go home get there by daylight, and are beds free when they are needed?
-- definition: Of people who gave up an acute bed in the month, the share who did so before 12:00.
-- source: SAFER: a third discharged before midday
-- kind: share
-- unit: %
-- better: higher
-- target: 33 from 2018-04-01; SAFER, as in document 003
-- split: site, locality, age_band, deprivation, ethnicity
-- programme: early-intervention
-- audience: front line, board
select s.left_on as day, s.left_hour < 12 as numerator, u.site, s.locality, s.age_band, s.deprivation, s.ethnicity
from steps s left join units u on u.pool = s.pool and u.unit = s.unit
where s.step = 'acute-stay' and s.left_on is not null
