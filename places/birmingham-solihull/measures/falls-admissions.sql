-- id: falls-admissions
-- title: Emergency admissions for falls, 65 and over
-- question: How often do older people come into hospital because they fell?
-- definition: Emergency admissions of people of 65 and over who have left, with an injury as their main coded diagnosis (ICD-10
--   S00 to T98) and a fall as its cause (W00 to W19 among the codes), in the month of the admission, for 100,000 residents
--   of 65 and over in a year; not standardised by age. Stays that were not coded yet are not counted; months are counted
--   from the first coded stay on.
-- source: Public Health Outcomes Framework C29, emergency hospital admissions due to falls in people aged 65 and over
-- kind: rate
-- per: 100000
-- unit: per 100,000 a year
-- better: lower
-- split: locality
-- programme: urgent care
-- audience: board, commissioner
with told as (select min(admitted_on) as first from spells where diagnosis is not null)
select s.admitted_on as day, 1 as numerator, 0 as denominator, s.locality
from spells s, told
where s.emergency and s.admitted_on >= told.first and s.state = 'left' and s.age_band in ('65-74', '75-84', '85-and-over')
    and regexp_matches(s.diagnosis, '^[ST]')
    and exists (select 1 from diagnoses d where d.spell = s.spell and regexp_matches(d.code, '^W[01][0-9]'))
union all
select d.day, 0, p.older / 365.25, p.locality
from days d join populations p on p.year = year(d.day), told where d.day >= told.first
