-- id: chc-fast-track-48h
-- title: Fast-track continuing healthcare decided within 48 hours
-- question: Do people near the end of life wait for a decision about money?
-- definition: Share of fast-track requests for continuing healthcare that were decided within 48 hours. Requests that still
--   wait after 48 hours are not kept; those that wait for less are not counted yet.
-- source: definitions: on fast track a clinician's completed tool suffices; the 48 hours of the place's own terms
-- kind: share
-- unit: %
-- better: higher
-- split: locality
-- programme: early-intervention
-- audience: board, commissioner
with asked as (
  select subject, happened_at, happened_on,
    (select min(d.happened_at) from events d
      where d.subject = a.subject and d.type = 'ContinuingCareDecided' and d.happened_at >= a.happened_at) as decided_at
  from events a where a.type = 'ContinuingCareAsked' and a.reason_code = 'fast-track'),
opened as (select subject, min(locality) as locality from events where type = 'PackageOpened' group by subject)
select happened_on as day, coalesce(decided_at <= happened_at + interval 48 hour, false) as numerator, locality
from asked left join opened using (subject), published
where decided_at is not null or happened_at + interval 48 hour < as_of
