-- Messages from other systems, kept exactly as received. What could not be applied waits here to be mended and replayed.

create table message (
    place        text        not null,
    number       bigint      generated always as identity,
    channel      text        not null,
    sender       text        not null,
    control_id   text        not null,
    type         text        not null,
    digest       bytea       not null,
    content      bytea       not null,
    length       bigint      not null,
    peer         text        not null,
    received_at  timestamptz not null,
    state        text        not null check (state in ('DONE', 'TO_MEND', 'REJECTED', 'MENDED', 'SET_ASIDE')),
    oddities     text        not null,
    error        text,
    error_where  text,
    error_what   text,
    error_maybe  text,
    repeats      int         not null default 0,
    repeated_at  timestamptz,
    mends        bigint,
    settled_at   timestamptz,
    settled_by   text,
    settled_note text,
    primary key (place, number),
    unique (place, channel, sender, control_id, digest)
);

create index message_waiting on message (place, channel, number) where state in ('TO_MEND', 'REJECTED');
create index message_by_sender on message (place, channel, sender, number);
