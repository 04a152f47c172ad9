-- id: drd-beds-lost
-- title: Share of acute beds that delays took
-- question: How many beds would be free if everybody left on the day they are ready?
-- definition: Nights from the discharge-ready date to leaving of people who left on the day, in a hundred nights of adult
--   acute beds in service. The national figure sums over the month of leaving, as this does.
-- source: NHS England, discharge-ready date, since 2024
-- kind: share
-- unit: %
-- better: lower
-- split: site
-- programme: early-intervention
-- audience: board, commissioner
with lost as (
    select left_on as day, site, sum(delay_days) as nights from discharges
    where left_on is not null and not died and delay_days is not null group by all
), beds as (
    select d.day, u.site, sum(greatest(c.capacity - c.out_of_service, 0)) as beds
    from days d join capacities c on c.pool = 'acute-beds' and d.day >= c.from_on and d.day < c.until_on
    join units u on u.pool = c.pool and u.unit = c.unit
    where d.day >= (select min(left_on) from discharges) group by all
)
select b.day, coalesce(l.nights, 0) as numerator, greatest(b.beds, coalesce(l.nights, 0)) as denominator, b.site
from beds b left join lost l on l.day = b.day and l.site = b.site
