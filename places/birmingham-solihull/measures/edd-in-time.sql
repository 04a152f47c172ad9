-- id: edd-in-time
-- title: Expected day of leaving set by the morning after admission
-- question: Does everybody know from the start when they should go home?
-- definition: Of people who came into an acute bed, the share for whom an expected day was set by noon of the next day.
--   Counted once that noon is over.
-- source: SAFER patient flow bundle; the first post-take round
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board
select admitted_on as day, coalesce(expected_first_at <= noon, false) as numerator, site, locality, age_band, deprivation, ethnicity, sex
from (select *, admitted_on + 1 + interval 12 hours as noon from discharges), published
where admitted_on < today - 1 or expected_first_at <= noon
