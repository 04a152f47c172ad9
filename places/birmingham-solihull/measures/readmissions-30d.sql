-- id: readmissions-30d
-- title: Emergency readmissions within 30 days
-- question: Does going home last?
-- definition: Of people who left a hospital bed alive, the share who were admitted as an emergency within 0 to 29 days. A
--   discharge is counted once its 30 days are over.
-- source: NHS England indicator I02040
-- kind: share
-- unit: %
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: board, commissioner
with gone as (
    select s.person, s.left_at, s.left_on, s.site, s.locality, s.age_band, s.deprivation, s.ethnicity, s.sex
    from spells s left join people p on p.person = s.person, published
    where s.admitted_at is not null and s.left_at is not null and s.left_on + 30 <= today
        and (p.died_on is null or p.died_on > s.left_on)
), back as (
    select person, coalesce(admitted_at, left_at) as back_at, coalesce(admitted_on, left_on) as back_on
    from spells where emergency and (admitted_at is not null or destination = 'admitted')
)
select g.left_on as day, coalesce(b.back_on - g.left_on <= 29, false) as numerator, g.site, g.locality, g.age_band, g.deprivation, g.ethnicity, g.sex
from gone g asof left join back b on g.person = b.person and b.back_at >= g.left_at
