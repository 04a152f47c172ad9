-- id: emergency-admissions
-- title: Emergency admissions of older people
-- question: How often do older people come into a hospital bed that nobody planned?
-- definition: Admissions of people who arrived at an emergency department, of the hospitals that tell the place of them, for
--   100,000 residents of 65 and over in a year.
-- source: NHS England, emergency admissions 65+; residents by the Office for National Statistics
-- kind: rate
-- per: 100000
-- unit: per 100,000 a year
-- better: lower
-- split: locality
-- programme: urgent care
-- audience: board, commissioner
select coalesce(admitted_on, left_on) as day, 1 as numerator, 0 as denominator, locality
from spells where emergency and (admitted_at is not null or destination = 'admitted') and state <> 'cancelled'
union all
select d.day, 0, p.older / 365.25, p.locality from days d join populations p on p.year = year(d.day)
where d.day >= (select min(arrived_on) from spells)
