-- id: front-door-4h
-- title: Decided at the hospital's front door within four hours
-- question: Is it decided in time whether a person needs a hospital bed?
-- definition: Share of people at a hospital's front door on whom it was decided within four hours of the assessment's start.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: four-hour standard, read at the front door; clock 'front-door-4h' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 95 from 2021-03-31; document 001
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:front-door-4h
-- programme: early-intervention
-- audience: front line, board
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'front-door-4h' and (met is not null or (stopped_at is null and deadline < as_of))
