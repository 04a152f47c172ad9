-- id: at-home-91-all
-- title: At home 91 days after enablement began, whatever the way in
-- question: Does enablement last, also for those who came from home?
-- definition: Of all people who began enablement, the share who were at home 91 days later.
--   In hospital, in a care home, dead or untraced is not at home; who was not followed up two weeks after the day is
--   untraced. In the month in which the check was due.
-- source: document 004; the manner of ASCOF 2B(1) without its condition of a hospital stay
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select c.due_on as day, coalesce(c.whereabouts = 'own-home', false) as numerator,
    c.locality, c.age_band, c.deprivation, c.ethnicity, c.sex, c.frailty, c.lives_alone
from checks c, published
where c.follow_up = 'day-91' and (c.done_on is not null or c.due_on + 14 <= today)
