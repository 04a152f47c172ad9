-- id: several-professions
-- title: Triage by several professions
-- question: Do several professions look at one story together?
-- definition: Of triage decisions in the month, the share that two or more professions made.
-- source: document 004 (multidisciplinary front door); the pathway asks for two
-- kind: share
-- unit: %
-- better: higher
-- split: locality, sender_kind
-- programme: early-intervention
-- audience: front line
select decided_on as day, professions >= 2 as numerator, locality, sender_kind
from decisions where decision = 'triage-decision'
