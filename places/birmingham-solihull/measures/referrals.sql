-- id: referrals
-- title: Referrals, by who refers
-- question: Who finds the front door?
-- definition: Referrals and concerns that came in, a day; arrivals at hospitals are not counted.
-- source: urgent community response: referrals from every appropriate source; document 003
-- kind: per-day
-- unit: referrals a day
-- better: neither
-- baseline: 64.5 in January 2018; document 003, 1,999 referrals of general practitioners in the month
-- split: sender_kind, route, locality, age_band, deprivation, ethnicity, urgency
-- programme: early-intervention
-- audience: front line, commissioner
select opened_on as day, 1 as numerator, sender_kind, route, locality, age_band, deprivation, ethnicity, urgency
from journeys where route <> 'hospital-front-door'
