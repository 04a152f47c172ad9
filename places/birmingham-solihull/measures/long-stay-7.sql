-- id: long-stay-7
-- title: In hospital for 7 days and more
-- question: How many people have been in an acute bed for 7 days and more?
-- definition: Mean number of people who at midnight have been in an acute bed for 7 nights and more.
-- source: NHS England, long stays at a snapshot
-- kind: per-day
-- unit: people
-- better: lower
-- split: locality, site, age_band, deprivation, ethnicity, frailty
-- programme: urgent care
-- audience: front line, board
select n.day, 1 as numerator, n.locality, u.site, n.age_band, n.deprivation, n.ethnicity, n.frailty
from nights n left join units u on u.pool = n.pool and u.unit = n.unit
where n.step = 'acute-stay' and n.day - n.started_on >= 7
