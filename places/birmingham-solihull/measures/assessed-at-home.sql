-- id: assessed-at-home
-- title: Long-term needs assessed at home
-- question: Are long-term needs assessed where people live?
-- definition: Of long-term assessments that began in the month, the share that began at home and not in a bed.
-- source: document 003 (continuing healthcare tools completed in hospital); document 004
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: board, commissioner
select started_on as day, step = 'assessment-at-home' as numerator, locality, age_band, deprivation, ethnicity, frailty
from steps where step in ('assessment-at-home', 'assessment-bed') and started_on is not null
