-- id: time-to-triage
-- title: Time from acceptance to triage
-- question: How long does an accepted referral wait until somebody decides?
-- definition: Median minutes, by the clock on the wall, from the acceptance of a referral to its first triage decision; in
--   the month of the decision.
-- source: peer transfer hubs
-- kind: median
-- unit: minutes
-- better: lower
-- split: locality, sender_kind, urgency
-- programme: early-intervention
-- audience: front line, commissioner
select d.decided_on as day, date_diff('second', j.accepted_at, d.decided_at) / 60.0 as value,
    d.locality, d.sender_kind, d.urgency
from decisions d join journeys j using (journey)
where d.decision = 'triage-decision' and j.accepted_at is not null
qualify row_number() over (partition by journey order by d.number) = 1
