-- id: enablement-6w
-- title: Enablement at home ended within six weeks
-- question: Is enablement at home time-limited?
-- definition: Share of people whose enablement at home was complete within six weeks; this is a norm, not a stop.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: document 004; national guidance on intermediate care; clock 'enablement-6w' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:enablement-6w
-- programme: early-intervention
-- audience: front line, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'enablement-6w' and (met is not null or (stopped_at is null and deadline < as_of))
