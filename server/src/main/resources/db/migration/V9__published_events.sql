-- What is published for measures follows the journal in the order in which it can no longer be overtaken.
create index event_published on event (place, era, transaction, position);
