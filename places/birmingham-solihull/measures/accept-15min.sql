-- id: accept-15min
-- title: Referrals accepted within 15 minutes
-- question: Does the hub answer whoever refers at once?
-- definition: Share of referrals that were accepted within 15 minutes of coming in, in the hours from 08:00 to 20:00; while the sender is asked for more, the clock is paused.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: peer transfer hubs (accept in 15 minutes); clock 'accept-15min' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 90 from 2026-01-01; the pathway's own aim
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:accept-15min
-- programme: early-intervention
-- audience: front line, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'accept-15min' and (met is not null or (stopped_at is null and deadline < as_of))
