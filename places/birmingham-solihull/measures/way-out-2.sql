-- id: way-out-2
-- title: Into a community bed (pathway 2)
-- question: Are beds used only where home is not yet safe?
-- definition: Of people who left an acute bed alive and whose need was described, the share on discharge pathway 2, by the
--   need and not by the package. The target is the old planning share for people of 65 and over.
-- source: statutory discharge guidance, January 2024
-- kind: share
-- unit: %
-- better: lower
-- target: 4 by 2022-03-31; old planning share of the discharge guidance
-- split: site, locality, age_band, deprivation, ethnicity, sex
-- programme: early-intervention
-- audience: board, commissioner, front line
select left_on as day, way_out = 2 as numerator, site, locality, age_band, deprivation, ethnicity, sex
from discharges
where left_on is not null and not died and way_out is not null
