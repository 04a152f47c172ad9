-- id: moves-by-night
-- title: Moved to another ward by night
-- question: Are people let sleep?
-- definition: Of people who left an acute bed, the share who were moved to another ward by night at least once.
-- source: NHS England, older people in hospital; our reading
-- kind: share
-- unit: %
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: quality
-- audience: front line, board
select left_on as day, night_moves > 0 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null
