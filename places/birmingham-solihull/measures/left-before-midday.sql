-- id: left-before-midday
-- title: Left hospital before midday
-- question: Does a third of those who leave do so in the morning?
-- definition: Of people who left an acute bed alive, the share who left before 12:00.
-- source: SAFER patient flow bundle
-- kind: share
-- unit: %
-- better: higher
-- target: 33 from 2016-01-01; SAFER patient flow bundle
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board
select left_on as day, left_minute < 720 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died
