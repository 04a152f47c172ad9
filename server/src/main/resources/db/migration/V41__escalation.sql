-- The pressure on the place: each change of level with its reasons, and what is done about it.

create table escalation (
    place    text        not null,
    number   int         not null,
    level    int         not null check (level between 1 and 4),
    before   int         not null,
    reasons  text[]      not null,
    at       timestamptz not null,
    told_by  text        not null,
    primary key (place, number)
);

create table escalation_action (
    place    text        not null,
    number   int         not null,
    action   text        not null,
    level    int         not null,
    begun_at timestamptz not null,
    begun_by text        not null,
    note     text        not null,
    ended_at timestamptz,
    ended_by text,
    outcome  text        not null,
    primary key (place, number)
);
