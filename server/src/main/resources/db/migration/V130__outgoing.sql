-- What is still to be told to the systems around, what was, and what could not be: rows that are written while the journal is
-- read on, so that no event is forgotten and none is told twice. The mark says how far the journal was read.

create table outgoing (
    place       text        not null,
    number      bigint      generated always as identity,
    subscriber  text        not null,
    kind        text        not null,
    control_id  text        not null,
    about       text        not null,
    content     bytea       not null,
    queued_at   timestamptz not null,
    due_at      timestamptz not null,
    attempts    int         not null default 0,
    state       text        not null check (state in ('WAITING', 'SENT', 'REFUSED', 'DEAD', 'SET_ASIDE')),
    problem     text        not null default '',
    answer      text        not null default '',
    settled_at  timestamptz,
    primary key (place, number),
    unique (place, subscriber, control_id)
);

create index outgoing_waiting on outgoing (place, subscriber, number) where state = 'WAITING';
create index outgoing_for_somebody on outgoing (place, number) where state in ('REFUSED', 'DEAD');
create index outgoing_of_subscriber on outgoing (place, subscriber, number desc);

create table outgoing_mark (
    place text not null primary key,
    mark  text not null
);
