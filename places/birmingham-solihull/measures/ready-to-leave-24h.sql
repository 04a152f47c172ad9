-- id: ready-to-leave-24h
-- title: Left hospital within a day of being ready
-- question: Do people leave hospital when they are ready?
-- definition: Share of people who gave up their hospital bed within 24 hours of their treatment there being complete.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: assumption of the pathway; the national figure counts days; clock 'ready-to-leave-24h'
-- kind: share
-- unit: %
-- better: higher
-- target: 80 from 2026-01-01; the pathway's own aim
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:ready-to-leave-24h
-- programme: early-intervention
-- audience: front line, board, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'ready-to-leave-24h' and (met is not null or (stopped_at is null and deadline < as_of))
