-- id: occupancy-home-places
-- title: Use of places for enablement at home
-- question: Is there room for enablement at home?
-- definition: Nights that people spent in places for enablement at home, in a hundred nights of those in service (capacity less what is out of
--   service, as it was last confirmed).
-- source: document 004
-- kind: share
-- unit: %
-- better: neither
-- split: unit, locality
-- programme: early-intervention
-- audience: front line, board, commissioner
with taken as (select day, unit, count(*) as people from nights where pool = 'home-places' group by all)
select d.day, least(coalesce(t.people, 0), c.capacity - c.out_of_service) as numerator,
    c.capacity - c.out_of_service as denominator, c.unit, u.locality
from days d
join capacities c on c.pool = 'home-places' and d.day >= c.from_on and d.day < c.until_on
left join taken t on t.day = d.day and t.unit = c.unit
left join units u on u.pool = c.pool and u.unit = c.unit
where d.day >= (select min(started_on) from steps where pool = 'home-places')
