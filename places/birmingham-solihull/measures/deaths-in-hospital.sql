-- id: deaths-in-hospital
-- title: Deaths in hospital
-- question: Do people die where they wish to be?
-- definition: Of journeys that ended with the person's death in the month, the share that ended in hospital and not in
--   end-of-life care where the person wished to be. The documents count all registered deaths.
-- source: end-of-life care profiles, deaths in hospital
-- kind: share
-- unit: %
-- better: lower
-- target: 42 by 2021-03-31; document 001
-- baseline: 53.8 in Q1 2015/16; document 001, all deaths
-- split: locality, age_band, deprivation, ethnicity, sex
-- programme: end of life
-- audience: board, commissioner
select ended_on as day, exit = 'died-in-hospital' as numerator, locality, age_band, deprivation, ethnicity, sex
from journeys where outcome = 'died'
