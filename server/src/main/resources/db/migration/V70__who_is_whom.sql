-- Keys under which a record is found again although some of it was mistyped (journey.identity.Keys); null until they are made.
alter table person add column match_keys int[];
create index person_by_match_keys on person using gin (match_keys);
create index person_without_keys on person (place) where match_keys is null;

-- Pairs of records of which it was asked whether they are of one person, and what was answered.
create table match_doubt (
    place      text             not null,
    id         text             not null,
    version    int              not null,
    one        text             not null,
    other      text             not null,
    bits       double precision not null,
    words      text             not null,
    state      text             not null check (state in ('OPEN', 'PUT_OFF', 'SAME', 'DIFFERENT')),
    asked_at   timestamptz,
    asked_by   text             not null,
    stands     text,
    settled_at timestamptz,
    settled_by text             not null,
    reason     text             not null,
    primary key (place, id)
);

create index match_doubt_open on match_doubt (place, state, bits desc) where state in ('OPEN', 'PUT_OFF');
