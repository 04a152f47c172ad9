-- What the overview and the boards count all the time: who waits longest, what ended today, which clocks ended today.

create index journey_waiting on journey (place, since) where ended_at is null and state = 'WAITING';
create index journey_ended on journey (place, ended_at) include (at) where ended_at is not null;
create index journey_stands on journey (place, at, state) include (since, due_at) where ended_at is null;
create index clock_ended on clock (place, stopped_at) include (standard, met) where stopped_at is not null;
