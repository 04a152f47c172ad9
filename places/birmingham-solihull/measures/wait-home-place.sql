-- id: wait-home-place
-- title: Wait for enablement at home
-- question: How long do people wait for a place for enablement at home?
-- definition: Median hours from being ready for enablement at home to its start; in the month of the start.
-- source: document 004; NICE QS173
-- kind: median
-- unit: hours
-- better: lower
-- split: locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: front line, board, commissioner
select started_on as day, date_diff('second', requested_at, started_at) / 3600.0 as value, locality, age_band, deprivation, ethnicity, frailty
from steps where step = 'home-enablement' and requested_at is not null and started_at is not null
