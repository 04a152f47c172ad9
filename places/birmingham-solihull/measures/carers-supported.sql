-- id: carers-supported
-- title: Support for carers
-- question: How often does the place do something for the carers themselves?
-- definition: Each time that support for a carer was recorded, in the month: an assessment or conversation, a break, money,
--   information and advice, or something else (in the manner of SALT LTS003, which counts carers in a year).
-- source: SALT LTS003, carers supported; document 003
-- kind: count
-- unit: times
-- better: higher
-- split: locality, support, organisation
-- programme: carers
-- audience: front line, board, commissioner
select e.happened_on as day, 1 as numerator, p.locality, e.support, e.organisation
from events e left join people p on p.person = e.person
where e.type = 'CarerSupported'
