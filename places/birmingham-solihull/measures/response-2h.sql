-- id: response-2h
-- title: Crisis response within two hours
-- question: Do people in crisis at home see somebody within two hours?
-- definition: Share of people whose triage asked for crisis response and whose first contact came within two hours of the
--   acceptance of their referral, counted in the hours from 08:00 to 20:00; in the month in which the referral was accepted.
--   Who still waits after two hours is not reached in time. Whoever ends before the limit is not counted.
-- source: NHS England, urgent community response standard; clock 'response-2h' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 70 from 2022-12-01; NHS England, urgent community response standard
-- split: locality, sender_kind, age_band, deprivation, ethnicity, sex, frailty
-- foreseen: met:response-2h
-- programme: early-intervention
-- audience: front line, board, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, sex, frailty
from clocks, published
where standard = 'response-2h' and (met is not null or (stopped_at is null and deadline < as_of))
