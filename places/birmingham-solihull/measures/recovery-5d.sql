-- id: recovery-5d
-- title: Short-term support ended within five days
-- question: Do people move on from short-term support?
-- definition: Share of people whose short-term support at home was complete within five days.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: document 004 (possibly up to five days); clock 'recovery-5d' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:recovery-5d
-- programme: early-intervention
-- audience: front line
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'recovery-5d' and (met is not null or (stopped_at is null and deadline < as_of))
