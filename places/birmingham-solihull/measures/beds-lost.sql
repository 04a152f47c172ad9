-- id: beds-lost
-- title: Acute beds lost to delay
-- question: How many hospital beds hold people who are ready to leave?
-- definition: Nights that people spent in acute beds after they were ready, in a hundred nights of beds in service.
-- source: national discharge-ready-date measure since 2024 (share of beds lost)
-- kind: share
-- unit: %
-- better: lower
-- split: site
-- programme: early-intervention
-- audience: board, commissioner
with waited as (
    select day, unit, count(*) as people from nights
    where step = 'acute-stay' and day >= completed_on group by all
)
select d.day, coalesce(w.people, 0) as numerator, greatest(c.capacity - c.out_of_service, coalesce(w.people, 0)) as denominator, u.site
from days d
join capacities c on c.pool = 'acute-beds' and d.day >= c.from_on and d.day < c.until_on
left join waited w on w.day = d.day and w.unit = c.unit
left join units u on u.pool = c.pool and u.unit = c.unit
where d.day >= (select min(started_on) from steps where step = 'acute-stay')
