-- id: at-home-91
-- title: At home 91 days after hospital and enablement
-- question: Does enablement after hospital last?
-- definition: Of people who left hospital and began enablement, the share who were at home 91 days after it began (in the manner of ASCOF 2B(1), which counts October to December and people of 65 and over).
--   In hospital, in a care home, dead or untraced is not at home; who was not followed up two weeks after the day is
--   untraced. In the month in which the check was due.
-- source: ASCOF 2B(1), until 2022/23
-- kind: share
-- unit: %
-- better: higher
-- target: 82.5 by 2018-03-31; document 003, the England figure of 2016/17
-- baseline: 77.5 in 2016/17; document 003, Birmingham
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select c.due_on as day, coalesce(c.whereabouts = 'own-home', false) as numerator,
    c.locality, c.age_band, c.deprivation, c.ethnicity, c.sex, c.frailty, c.lives_alone
from checks c, published
where c.follow_up = 'day-91' and (c.done_on is not null or c.due_on + 14 <= today)
    and c.journey in (select s.journey from steps s where s.step = 'acute-stay' and s.left_on <= c.since_on)
