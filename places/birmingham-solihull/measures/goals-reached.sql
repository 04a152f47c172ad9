-- id: goals-reached
-- title: Goals that were fully reached
-- question: Do people reach what matters to them?
-- definition: Of the goals of plans whose journey ended in the month, the share that were fully reached.
-- source: document 004 (towards the person's own goals)
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: front line, board
select ended_on as day, goals_reached as numerator, goals as denominator, locality, age_band, deprivation, ethnicity, frailty
from journeys where ended_on is not null and goals > 0
