-- id: admitted-from-front-door
-- title: Admitted from the hospital's front door
-- question: Do people come into a hospital bed although they could be treated at home?
-- definition: Of decisions at a hospital's front door in the month, the share that led to an acute bed.
-- source: document 004, admission avoidance
-- kind: share
-- unit: %
-- better: lower
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: front line, board, commissioner
select decided_on as day, option = 'admit' as numerator, locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
from decisions where decision = 'front-door-decision'
