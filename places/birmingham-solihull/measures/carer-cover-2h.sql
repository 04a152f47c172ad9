-- id: carer-cover-2h
-- title: Emergency cover for a carer within two hours
-- question: When a carer is taken ill, does somebody come at once?
-- definition: Share of people whose carer was taken to hospital and to whom somebody came within two hours.
--   Clocks that still run beyond their limit are not kept; those of journeys that ended before it are not counted.
-- source: document 003 (48-hour carers emergency response); clock 'carer-cover-2h' of the pathway
-- kind: share
-- unit: %
-- better: higher
-- target: 95 from 2026-01-01; the pathway's own aim
-- split: locality, sender_kind, age_band, deprivation, ethnicity, frailty
-- foreseen: met:carer-cover-2h
-- programme: early-intervention
-- audience: front line, board
select started_on as day, coalesce(met, false) as numerator, locality, sender_kind, age_band, deprivation, ethnicity, frailty
from clocks, published
where standard = 'carer-cover-2h' and (met is not null or (stopped_at is null and deadline < as_of))
