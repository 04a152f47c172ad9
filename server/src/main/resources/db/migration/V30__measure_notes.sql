-- What people keep about measures: notes on charts, rebasing with its reason, who wants to hear of what, board packs.

create table measure_note (
    place        text        not null,
    id           bigint      generated always as identity,
    measure      text        not null,
    kind         text        not null check (kind in ('ANNOTATION', 'REBASE')),
    day          date        not null,
    words        text        not null,
    by_id        text        not null,
    by_name      text        not null,
    made_at      timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    primary key (place, id)
);

create index measure_note_of on measure_note (place, measure);

-- The day from which the place counts: what happened before it is known too little to be drawn.
create table counting (
    place   text        not null primary key,
    day     date        not null,
    reason  text        not null,
    by_name text        not null,
    at      timestamptz not null
);

create table measure_subscription (
    place     text        not null,
    user_id   text        not null,
    measure   text        not null,
    rhythm    text        not null check (rhythm in ('CHANGE', 'WEEK')),
    email     text        not null,
    since     timestamptz not null,
    told_of   date,
    primary key (place, user_id, measure)
);

create table notice (
    place   text        not null,
    id      bigint      generated always as identity,
    user_id text        not null,
    measure text        not null,
    words   text        not null,
    email   text        not null,
    made_at timestamptz not null,
    sent_at timestamptz,
    fault   text,
    read_at timestamptz,
    primary key (place, id)
);

create index notice_of on notice (place, user_id, made_at desc);
create index notice_to_send on notice (place, made_at) where email <> '' and sent_at is null;

create table board_pack (
    place    text        not null,
    id       text        not null,
    title    text        not null,
    grain    text        not null,
    measures text        not null,
    words    text        not null,
    by_id    text        not null,
    by_name  text        not null,
    made_at  timestamptz not null,
    primary key (place, id)
);

create table board_comment (
    place   text        not null,
    pack    text        not null,
    measure text        not null,
    at      timestamptz not null,
    words   text        not null,
    by_id   text        not null,
    by_name text        not null,
    primary key (place, pack, measure, at)
);
