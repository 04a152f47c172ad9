-- id: summary-read
-- title: Discharge summary acknowledged
-- question: Has anybody read it?
-- definition: Of summaries that were sent, the share that their receiver has acknowledged.
-- source: document 003: six of 34 care managers always got the summary
-- kind: share
-- unit: %
-- better: higher
-- baseline: 17.6 in January 2018; document 003, six of 34 registered managers got it 75 to 100% of the time
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: quality
-- audience: front line, board
select left_on as day, summary_read_at is not null as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died and summary_sent_at is not null
