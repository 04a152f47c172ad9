-- id: chc-28d
-- title: Continuing healthcare decided within 28 days
-- question: Do people know within four weeks who pays for their care?
-- definition: Share of requests for continuing healthcare (fast track apart) that were decided within 28 days. Requests
--   that still wait after 28 days are not kept; those that wait for less are not counted yet.
-- source: definitions: share of continuing-healthcare referrals completed within 28 days
-- kind: share
-- unit: %
-- better: higher
-- target: 80 from 2026-01-01; definitions (the national 80% is unconfirmed)
-- split: locality
-- programme: early-intervention
-- audience: board, commissioner
with asked as (
  select subject, happened_at, happened_on,
    (select min(d.happened_at) from events d
      where d.subject = a.subject and d.type = 'ContinuingCareDecided' and d.happened_at >= a.happened_at) as decided_at
  from events a where a.type = 'ContinuingCareAsked' and a.reason_code = 'standard'),
opened as (select subject, min(locality) as locality from events where type = 'PackageOpened' group by subject)
select happened_on as day, coalesce(decided_at <= happened_at + interval 28 day, false) as numerator, locality
from asked left join opened using (subject), published
where decided_at is not null or happened_at + interval 28 day < as_of
