-- Scenarios that planners made, and what came of playing them.

create table scenario (
    place      text        not null,
    id         text        not null,
    title      text        not null,
    owner      text        not null,
    owner_name text        not null,
    shared     boolean     not null,
    made_at    timestamptz not null,
    changes    text        not null,
    yaml       text        not null,
    base       text        not null,
    runs       int         not null,
    seed       bigint      not null,
    millis     int,
    result     text,
    as_is      text,
    fault      text,
    primary key (place, id)
);

create index scenario_by_time on scenario (place, made_at desc);
