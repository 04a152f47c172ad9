-- id: bed-2d
-- title: In an enablement bed within two days
-- question: Does nobody wait long for an enablement bed?
-- definition: Share of people who were in an enablement bed within two days of being ready for it.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: document 004 (wait of two days); NICE NG74; clock 'bed-2d' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 90 from 2026-01-01; the pathway's own aim
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:bed-2d
-- programme: early-intervention
-- audience: front line, board, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'bed-2d' and (met is not null or (stopped_at is null and deadline < as_of))
