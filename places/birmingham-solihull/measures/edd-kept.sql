-- id: edd-kept
-- title: Left by the first expected day
-- question: Can people rely on the day they were told?
-- definition: Of people who left an acute bed alive and had an expected day, the share who left on the first day that was set
--   or before.
-- source: SAFER patient flow bundle
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board
select left_on as day, left_on <= expected_first_on as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died and expected_first_on is not null
