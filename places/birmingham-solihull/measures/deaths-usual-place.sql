-- id: deaths-usual-place
-- title: Deaths outside hospital
-- question: Do people die where they live?
-- definition: Of all people known here who died in the month, on a journey or not, the share who were in no hospital bed on the day
--   of their death (in the manner of deaths in the usual place of residence; a hospice, which national figures tell apart,
--   is not told apart here).
-- source: Public Health Outcomes Framework, deaths in usual place of residence
-- kind: share
-- unit: %
-- better: higher
-- split: locality, residence, deprivation, ethnicity, sex
-- programme: end of life
-- audience: board, commissioner
select p.died_on as day, s.person is null as numerator, p.locality, p.residence, p.deprivation, p.ethnicity, p.sex
from people p
left join (select distinct s.person, p.died_on from spells s join people p on p.person = s.person
           where s.admitted_on <= p.died_on and s.state <> 'cancelled' and coalesce(s.left_on, p.died_on) >= p.died_on) s
    on s.person = p.person
where p.died_on is not null and p.stands_for = p.person
