-- Who wants to be told of what, and what is still to be told: rows that are written with the resource itself and go only when
-- the subscriber has said yes. What could not be told for three days is a dead letter, until somebody replays it.

create table subscription (
    place        text        not null,
    id           text        not null,
    type         text        collate "C" not null,
    criteria     text        not null,
    endpoint     text        not null,
    payload      boolean     not null,
    headers      text        not null,
    active       boolean     not null,
    user_id      text        not null,
    user_name    text        not null,
    role         text        not null,
    organisation text        not null,
    teams        text        not null,
    delivered    bigint      not null default 0,
    delivered_at timestamptz,
    primary key (place, id)
);

create index subscription_by_type on subscription (place, type) where active;

create table notification (
    place        text        not null,
    number       bigint      generated always as identity,
    subscription text        not null,
    type         text        not null,
    id           text        not null,
    queued_at    timestamptz not null,
    due_at       timestamptz not null,
    attempts     int         not null default 0,
    dead         boolean     not null default false,
    problem      text,
    primary key (place, number)
);

create index notification_due on notification (place, subscription, number) where not dead;
