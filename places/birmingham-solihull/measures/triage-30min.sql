-- id: triage-30min
-- title: Triage decided within 30 minutes
-- question: Is it decided quickly what a person needs?
-- definition: Share of accepted referrals on which triage decided within 30 minutes, in the hours from 08:00 to 20:00.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: peer hubs (triage in 30 minutes); clock 'triage-30min' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 90 from 2026-01-01; the pathway's own aim
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:triage-30min
-- programme: early-intervention
-- audience: front line, commissioner
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'triage-30min' and (met is not null or (stopped_at is null and deadline < as_of))
