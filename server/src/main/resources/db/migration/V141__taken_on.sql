-- Who took on a search that providers refused too often; empty while nobody has.
alter table search add column taken_on_by text not null default '';
