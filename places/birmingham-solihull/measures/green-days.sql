-- id: green-days
-- title: Green days
-- question: How many days in hospital move people towards leaving?
-- definition: Of all days of stays that ended, the share judged green. Every day starts red: one that nobody judged is red.
-- source: NHS England, Red2Green
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board
select left_on as day, green_days as numerator, days as denominator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and days > 0
