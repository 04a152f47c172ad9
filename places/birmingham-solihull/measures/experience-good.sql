-- id: experience-good
-- title: People who found their care good
-- question: What do people say of the care they had?
-- definition: Of answers to "Overall, how was your experience of our service?" in the month, the share that was "very good" or
--   "good". "Don't know" counts among all answers, as the Friends and Family Test counts it.
-- source: NHS England, Friends and Family Test
-- kind: share
-- unit: %
-- better: higher
-- split: locality, organisation, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: front line, board, commissioner
select e.happened_on as day, e.experience in ('very-good', 'good') as numerator, p.locality, e.organisation,
    p.deprivation, p.ethnicity, p.sex
from events e left join people p on p.person = e.person
where e.type = 'ExperienceTold'
