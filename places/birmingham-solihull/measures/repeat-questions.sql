-- id: repeat-questions
-- title: Questions asked although the answer was known
-- question: Do people tell their story only once?
-- definition: Of answers that were added to people's stories in the month, the share that were asked again although an
--   answer was there.
-- source: document 004 (tell their story only once); the place's standard tell-once
-- kind: share
-- unit: %
-- better: lower
-- split: role, question_asked
-- programme: early-intervention
-- audience: front line, board
select happened_on as day, repeated as numerator, role, question as question_asked
from events where type = 'StoryAnswered'
