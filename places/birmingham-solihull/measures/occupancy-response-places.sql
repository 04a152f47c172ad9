-- id: occupancy-response-places
-- title: Use of places for crisis response
-- question: Is there room for crisis response?
-- definition: Nights that people spent in places for crisis response, in a hundred nights of those in service (capacity less what is out of
--   service, as it was last confirmed).
-- source: definitions
-- kind: share
-- unit: %
-- better: neither
-- split: unit, locality
-- programme: early-intervention
-- audience: front line, board, commissioner
with taken as (select day, unit, count(*) as people from nights where pool = 'response-places' group by all)
select d.day, least(coalesce(t.people, 0), c.capacity - c.out_of_service) as numerator,
    c.capacity - c.out_of_service as denominator, c.unit, u.locality
from days d
join capacities c on c.pool = 'response-places' and d.day >= c.from_on and d.day < c.until_on
left join taken t on t.day = d.day and t.unit = c.unit
left join units u on u.pool = c.pool and u.unit = c.unit
where d.day >= (select min(started_on) from steps where pool = 'response-places')
