-- id: occupancy-acute
-- title: Occupancy of acute beds
-- question: Is there room in hospital for whoever needs it?
-- definition: Nights that people spent in acute beds for older people, in a hundred nights of those in service (capacity less what is out of
--   service, as it was last confirmed).
-- source: NHS England, bed occupancy at midnight; above 85% risk rises, above 92% flow fails
-- kind: share
-- unit: %
-- better: lower
-- target: 92 from 2026-01-01; definitions (above 92% flow fails)
-- baseline: 96 in March to May 2017; document 003, Heart of England
-- split: unit, site
-- programme: urgent care
-- audience: front line, board, commissioner
with taken as (select day, unit, count(*) as people from nights where pool = 'acute-beds' group by all)
select d.day, least(coalesce(t.people, 0), c.capacity - c.out_of_service) as numerator,
    c.capacity - c.out_of_service as denominator, c.unit, u.site
from days d
join capacities c on c.pool = 'acute-beds' and d.day >= c.from_on and d.day < c.until_on
left join taken t on t.day = d.day and t.unit = c.unit
left join units u on u.pool = c.pool and u.unit = c.unit
where d.day >= (select min(started_on) from steps where pool = 'acute-beds')
