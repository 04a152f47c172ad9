-- id: harmful-moves
-- title: Ward moves that were not for the person
-- question: How often are people moved for the sake of beds?
-- definition: Mean number of moves by night, for other reasons than the person's own care, or that nobody explained, for each
--   stay that ended.
-- source: our measure; document 003 on moves within hospital
-- kind: mean
-- unit: moves
-- better: lower
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: quality
-- audience: front line, board
select left_on as day, harmful_moves as value, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null
