-- Each seal also keeps, for every event it covers, the position (8 bytes) and a digest (16 bytes), so that a check names
-- the very row that was edited, deleted or put in.
alter table seal add column digests bytea not null default ''::bytea;
