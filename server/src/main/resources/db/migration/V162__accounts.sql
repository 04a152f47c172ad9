-- Who came in lately, noted once a day; and whose access was withdrawn, made from events.

create table account_seen (
    place        text not null,
    user_id      text not null,
    role         text not null,
    organisation text not null,
    name         text not null,
    seen_on      date not null,
    primary key (place, user_id, role, organisation)
);

create index account_seen_of_organisation on account_seen (place, organisation, seen_on);

create table account_withdrawn (
    place        text        not null,
    user_id      text        not null,
    version      int         not null,
    withdrawn    boolean     not null,
    organisation text        not null,
    reason       text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    primary key (place, user_id)
);
