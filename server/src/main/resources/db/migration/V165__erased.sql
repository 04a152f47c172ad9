-- Rows of the journal and of the looks that were erased because their time was over: their digests alone, in the place where they
-- stood, so that the chains can still be checked whole. Every erasure is told to the journal.

create table erased (
    place        text   not null,
    chain        text   not null check (chain in ('JOURNAL', 'ACCESS')),
    number       bigint not null,
    organisation text   not null,
    era          int    not null,
    transaction  xid8   not null,
    digest       bytea  not null,
    erasure      text   not null,
    primary key (place, chain, number)
);

create index erased_in_order on erased (place, chain, organisation, era, transaction, number);
create trigger erased_is_never_changed before update or delete on erased
    for each row execute function refuse_change();
