-- id: wait-enablement-bed
-- title: Wait for an enablement bed
-- question: How long do people wait for an enablement bed?
-- definition: Median hours from being ready for an enablement bed to its start; in the month of the start.
-- source: document 004 (longer than two days)
-- kind: median
-- unit: hours
-- better: lower
-- split: locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: front line, board, commissioner
select started_on as day, date_diff('second', requested_at, started_at) / 3600.0 as value, locality, age_band, deprivation, ethnicity, frailty
from steps where step = 'enablement-bed' and requested_at is not null and started_at is not null
