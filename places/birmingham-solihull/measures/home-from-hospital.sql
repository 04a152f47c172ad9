-- id: home-from-hospital
-- title: Straight home from hospital
-- question: Do people go from hospital to their own home?
-- definition: Share of decisions on discharge that lead to the person's own home, with or without support (pathways 0 and 1) or with end-of-life care. Who died in hospital is not counted.
-- source: statutory discharge guidance, January 2024: home first; old planning shares 50% and 45%
-- kind: share
-- unit: %
-- better: higher
-- target: 95 from 2022-03-31; old planning shares of the discharge guidance, pathways 0 and 1
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select decided_on as day, option in ('home', 'support', 'enable-at-home', 'comfort') as numerator, locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
from decisions
where decision = 'discharge-decision' and option <> 'died'
