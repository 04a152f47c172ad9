-- id: discharge-pathway-2
-- title: From hospital into an enablement bed (pathway 2)
-- question: Are beds used only where home is not yet safe?
-- definition: Share of decisions on discharge that lead to an enablement bed. Who died in hospital is not counted.
-- source: statutory discharge guidance, January 2024
-- kind: share
-- unit: %
-- better: lower
-- target: 4 by 2022-03-31; old planning share of the discharge guidance
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select decided_on as day, option in ('enable-in-bed') as numerator, locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
from decisions
where decision = 'discharge-decision' and option <> 'died'
