-- id: long-stay-reviewed
-- title: Long stays that were looked at afresh
-- question: Does somebody ask, after a week, what still keeps a person in hospital?
-- definition: Of stays of seven nights and more that ended, the share that had at least one long-stay review.
-- source: SAFER patient flow bundle
-- kind: share
-- unit: %
-- better: higher
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: urgent care
-- audience: front line, board
select left_on as day, long_reviews > 0 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and left_on - admitted_on >= 7
