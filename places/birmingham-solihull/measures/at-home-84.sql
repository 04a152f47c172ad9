-- id: at-home-84
-- title: At home 84 days after hospital and enablement
-- question: Does enablement after hospital last, as it is counted today?
-- definition: Of people who left hospital and began enablement, the share who were at home 84 days after it began (in the manner of ASCOF 2D, which reads death, readmission and care-home start from records).
--   In hospital, in a care home, dead or untraced is not at home; who was not followed up two weeks after the day is
--   untraced. In the month in which the check was due.
-- source: ASCOF 2D, from 2023/24
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select c.due_on as day, coalesce(c.whereabouts = 'own-home', false) as numerator,
    c.locality, c.age_band, c.deprivation, c.ethnicity, c.sex, c.frailty, c.lives_alone
from checks c, published
where c.follow_up = 'day-84' and (c.done_on is not null or c.due_on + 14 <= today)
    and c.journey in (select s.journey from steps s where s.step = 'acute-stay' and s.left_on <= c.since_on)
