-- The journal: facts as they were told, never changed. Everything else in this schema can be rebuilt from it.
-- One schema holds one place; every key carries the place, so that many places spread over a distributed PostgreSQL.

create table event (
    place           text        not null,
    position        bigint      generated always as identity,
    era             int         not null default 1,
    transaction     xid8        not null default pg_current_xact_id(),
    subject_kind    text        not null check (subject_kind in ('PERSON', 'JOURNEY', 'SPELL', 'POOL')),
    subject_id      text        not null,
    sequence        int         not null check (sequence > 0),
    type            text        not null,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    actor_user      text        not null,
    actor_name      text        not null,
    actor_role      text        not null,
    organisation    text        not null,
    payload         text        not null,
    idempotency_key text,
    primary key (place, position),
    unique (place, subject_kind, subject_id, sequence)
);

create unique index event_once on event (place, idempotency_key) where idempotency_key is not null;
create index event_in_order on event (place, organisation, era, transaction, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only: % on % was refused', tg_op, tg_table_name
        using hint = 'Maybe: record an amendment as a new event';
end $$;

create trigger event_is_never_changed before update or delete on event
    for each row execute function refuse_change();

-- Seals chain the events of each organisation in short batches: each seal holds the hash of its events and of the seal before.
create table seal (
    place            text        not null,
    organisation     text        not null,
    number           int         not null check (number > 0),
    era              int         not null,
    last_transaction xid8        not null,
    last_position    bigint      not null,
    events           int         not null,
    hash             bytea       not null,
    signature        bytea       not null,
    sealed_at        timestamptz not null,
    primary key (place, organisation, number)
);

create trigger seal_is_never_changed before update or delete on seal
    for each row execute function refuse_change();
