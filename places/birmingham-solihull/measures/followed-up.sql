-- id: followed-up
-- title: Checks after 91 days that were done
-- question: Do we know where people are after 91 days?
-- definition: Of checks after 91 days that were due in the month and have been due for two weeks, the share done by then.
-- source: ASCOF 2B: who is not traced counts as not at home
-- kind: share
-- unit: %
-- better: higher
-- split: locality
-- programme: early-intervention
-- audience: front line
select due_on as day, done_on is not null and done_on <= due_on + 14 as numerator, locality
from checks, published where follow_up = 'day-91' and due_on + 14 <= today
