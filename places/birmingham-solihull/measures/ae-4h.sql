-- id: ae-4h
-- title: Four hours in the emergency department
-- question: Do older people leave the emergency department within four hours?
-- definition: Of people who arrived at an emergency department in the month, the share who were given a bed or left within
--   four hours. Who is still there after four hours has not.
-- source: A&E four-hour standard
-- kind: share
-- unit: %
-- better: higher
-- target: 95 by 2021-03-31; document 001
-- baseline: 86.5 in 2016; document 001, Birmingham and Solihull, all ages
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board, commissioner
with stays as (
    select *, coalesce(admitted_at, left_at) as out_at from spells where emergency and state <> 'cancelled'
)
select arrived_on as day, coalesce(out_at, as_of) - arrived_at <= interval 4 hours as numerator,
    site, locality, age_band, deprivation, ethnicity, sex
from stays, published
where out_at is not null or as_of - arrived_at > interval 4 hours
