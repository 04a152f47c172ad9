-- id: dtoc-rate
-- title: Delayed transfers of care
-- question: How many people stand in hospital for want of what comes next, as it was counted until 2020?
-- definition: Delayed days in hospital in the month, by the days of the month and by the adults of 18 and over who live in
--   the place, times 100,000. A day is delayed when the person is in hospital, ready to leave, at its midnight.
-- source: NHS England, delayed transfers of care (until 2020), as in documents 001 and 003
-- kind: rate
-- per: 100000
-- unit: per 100,000 adults
-- better: lower
-- target: 5 by 2021-03-31; document 001
-- baseline: 17.39 in 2016; document 001, Birmingham and Solihull
-- baseline: 18.3 in November 2017; document 003, Birmingham
-- split: locality
-- programme: early-intervention
-- audience: board, commissioner
select day, 1 as numerator, 0 as denominator, locality from delayed_nights where setting = 'hospital'
union all
select d.day, 0, p.adults, p.locality from days d join populations p on p.year = year(d.day)
where d.day >= (select min(started_on) from steps where setting = 'hospital')
