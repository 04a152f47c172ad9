-- id: home-start-2d
-- title: Enablement at home begins within two days
-- question: Does enablement at home begin while it helps most?
-- definition: Share of people for whom enablement at home began within two days of being asked for.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: NICE NG74 and QS173; clock 'home-start-2d' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 90 from 2026-01-01; the pathway's own aim
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:home-start-2d
-- programme: early-intervention
-- audience: front line, board, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'home-start-2d' and (met is not null or (stopped_at is null and deadline < as_of))
