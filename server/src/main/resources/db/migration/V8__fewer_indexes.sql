-- Each change of an open journey writes an entry into every index whose columns it touches. What one index over open journeys
-- can answer needs no others; and rows leave room beside them, so that a change which touches no index stays on its page.

drop index journey_open;
drop index journey_due;
drop index journey_ready;
drop index journey_waiting;
drop index journey_by_team;
create index journey_by_team on journey (place, team) where ended_at is null;
drop index clock_stopped;

alter table journey set (fillfactor = 80);
alter table unit set (fillfactor = 50);
alter table clock set (fillfactor = 90);
