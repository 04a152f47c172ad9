-- id: enablement-length
-- title: Length of enablement at home
-- question: How long does enablement at home take?
-- definition: Median days from the start of enablement at home to its completion; in the month of the completion.
-- source: document 004 (restricted to six weeks)
-- kind: median
-- unit: days
-- better: neither
-- split: locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: front line, commissioner
select completed_on as day, completed_on - started_on as value, locality, age_band, deprivation, ethnicity, frailty
from steps where step = 'home-enablement' and completed_on is not null
