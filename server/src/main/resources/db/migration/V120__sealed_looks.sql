-- Who looked is sealed as the journal is: in the order (era, transaction, number), one chain for each organisation.

alter table look add column era int not null default 1;
alter table look add column transaction xid8 not null default pg_current_xact_id();
create index look_in_order on look (place, organisation, era, transaction, number);

create table look_seal (
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
    digests          bytea       not null,
    primary key (place, organisation, number)
);

create trigger look_seal_is_never_changed before update or delete on look_seal
    for each row execute function refuse_change();
