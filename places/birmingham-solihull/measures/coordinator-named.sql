-- id: coordinator-named
-- title: Somebody to ring
-- question: Does everybody know whom to ring?
-- definition: Of journeys with at least one step beyond triage that ended in the month, the share on which a coordinator was
--   named.
-- source: NICE NG74: the person is told whom to ring
-- kind: share
-- unit: %
-- better: higher
-- split: locality, age_band, deprivation, ethnicity
-- programme: early-intervention
-- audience: front line
select ended_on as day, coordinator as numerator, locality, age_band, deprivation, ethnicity
from journeys
where ended_on is not null and journey in (select s.journey from steps s where s.setting <> 'desk' and s.started_on is not null)
