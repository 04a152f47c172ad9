-- id: left-by-17
-- title: Left hospital by five in the afternoon
-- question: Do people get home in daylight?
-- definition: Of people who left an acute bed alive, the share who left at 17:00 or before.
-- source: NHS England, daily discharge situation report
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board
select left_on as day, left_minute <= 1020 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died
