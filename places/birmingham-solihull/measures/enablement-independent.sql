-- id: enablement-independent
-- title: Independent after enablement
-- question: Do people manage by themselves after enablement?
-- definition: Of decisions after enablement at home in the month, the share that led to no further support (in the manner
--   of ASCOF 2A: no long-term support after short-term support to maximise independence).
-- source: ASCOF 2A; document 004
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select decided_on as day, option = 'independent' as numerator, locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
from decisions where decision = 'after-home-enablement'
