-- id: reablement-offered
-- title: Enablement offered after hospital
-- question: Are people offered the help that lets them do things for themselves again?
-- definition: Share of decisions on discharge that lead to enablement, at home or in a bed (in the manner of ASCOF 2B(2), which counts October to December and people of 65 and over). Who died in hospital is not counted.
-- source: ASCOF 2B(2)
-- kind: share
-- unit: %
-- better: higher
-- baseline: 3 in 2016; document 001, Birmingham
-- baseline: 1.7 in 2016; document 001, Solihull
-- split: locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
-- programme: early-intervention
-- audience: board, commissioner, front line
select decided_on as day, option in ('enable-at-home', 'enable-in-bed') as numerator, locality, age_band, deprivation, ethnicity, sex, frailty, lives_alone
from decisions
where decision = 'discharge-decision' and option <> 'died'
