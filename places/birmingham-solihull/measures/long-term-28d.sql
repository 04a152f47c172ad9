-- id: long-term-28d
-- title: Long-term needs decided within 28 days
-- question: Do people know within four weeks how they will live?
-- definition: Share of long-term assessments begun at home that were decided within 28 days.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: the 28 days of continuing healthcare, used for every long-term assessment; clock 'assessment-28d' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 80 from 2026-01-01; definitions (the national 80% is unconfirmed)
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:assessment-28d
-- programme: early-intervention
-- audience: board, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'assessment-28d' and (met is not null or (stopped_at is null and deadline < as_of))
