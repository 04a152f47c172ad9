-- id: arrival-checked
-- title: Seen to have come home
-- question: Does somebody make sure that people have come home and are well?
-- definition: Of people who left an acute bed alive and for whom somebody was named to look, the share who were looked after.
--   Counted two days after leaving.
-- source: our measure; document 003 on discharges late at night
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: quality
-- audience: front line
select left_on as day, arrival_checked_at is not null as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges, published
where left_on is not null and not died and arrival_named and (arrival_checked_at is not null or left_on + 2 <= today)
