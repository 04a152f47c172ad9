-- id: summary-24h
-- title: Discharge summary sent within a day
-- question: Do those who go on caring know what happened?
-- definition: Of people who left an acute bed alive, the share whose summary was sent no later than 24 hours after they left.
--   Counted once the day is over.
-- source: NHS standard contract, discharge summaries
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: quality
-- audience: board, commissioner, front line
select left_on as day, coalesce(summary_sent_at <= left_at + interval 24 hours, false) as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges, published
where left_on is not null and not died and (summary_sent_at is not null or left_at + interval 24 hours <= as_of)
