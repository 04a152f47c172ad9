-- id: assessments-per-person
-- title: Decisions about a person until their long-term care began
-- question: How often is one person assessed?
-- definition: Mean number of decisions of the pathway, each of which is one assessment by one or more professions, on
--   journeys that ended with support at home or in a care home; in the month in which they ended.
-- source: document 004
-- kind: mean
-- unit: assessments
-- better: lower
-- baseline: 10 in 2018; document 004, average before discharge, counted by hand and more widely
-- split: locality, age_band, deprivation, ethnicity, frailty
-- programme: early-intervention
-- audience: board, commissioner
select ended_on as day, decisions as value, locality, age_band, deprivation, ethnicity, frailty
from journeys where outcome in ('home-with-support', 'care-home')
