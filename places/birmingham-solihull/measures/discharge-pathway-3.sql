-- id: discharge-pathway-3
-- title: From hospital into a bed for long-term assessment (pathway 3)
-- question: Is nobody's long-term future decided in hospital?
-- definition: Share of decisions on discharge that lead to a bed in which long-term needs are assessed. Who died in hospital is not counted.
-- source: statutory discharge guidance, January 2024
-- kind: share
-- unit: %
-- better: lower
-- target: 1 by 2022-03-31; old planning share of the discharge guidance
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select decided_on as day, option in ('assess-in-bed') as numerator, locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
from decisions
where decision = 'discharge-decision' and option <> 'died'
