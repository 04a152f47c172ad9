-- id: stayed-home-after-crisis
-- title: Still at home after a crisis
-- question: Does crisis response keep people out of hospital?
-- definition: Of decisions after a crisis response in the month, the share that did not lead to an acute bed.
-- source: document 004, admission avoidance
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity, frailty, lives_alone
-- programme: early-intervention
-- audience: front line, board
select decided_on as day, option <> 'admit' as numerator, locality, age_band, deprivation, ethnicity, frailty, lives_alone
from decisions where decision = 'after-crisis'
