-- Projections: what stands now, written in the same transaction as the events, and rebuilt from them alone.

create extension if not exists pg_trgm with schema public;

create table person (
    place         text        not null,
    id            text        not null,
    version       int         not null,
    nhs_number    text,
    family        text        not null,
    given         text        not null,
    born          date,
    sex           text        not null,
    address       text        not null,
    postcode      text        not null,
    phone         text        not null,
    locality      text        not null,
    practice      text        not null,
    language      text        not null,
    interpreter   boolean     not null,
    ethnicity     text        not null,
    lives_alone   boolean     not null,
    dementia      boolean     not null,
    frailty       int         not null,
    residence     text        not null,
    synthetic     boolean     not null,
    died_at       timestamptz,
    merged_into   text,
    matters       text,
    search        text        not null,
    primary key (place, id)
);

create index person_by_nhs_number on person (place, nhs_number) where nhs_number is not null;
create index person_by_name on person using gin (search public.gin_trgm_ops);
create index person_by_born on person (place, born);

create table identifier (
    place  text not null,
    person text not null,
    system text not null,
    value  text not null,
    primary key (place, system, value, person)
);

create table person_note (
    place       text        not null,
    person      text        not null,
    sequence    int         not null,
    kind        text        not null check (kind in ('WISH', 'CARER', 'ALERT', 'STORY')),
    key         text        not null,
    words       text        not null,
    detail      text        not null,
    told_by     text        not null,
    told_at     timestamptz not null,
    primary key (place, person, kind, key)
);

create table journey (
    place          text        not null,
    id             text        not null,
    version        int         not null,
    person         text        not null,
    pathway        text        not null,
    route          text        not null,
    sender_kind    text        not null,
    sender         text        not null,
    reason         text        not null,
    urgency        text        not null,
    locality       text        not null,
    state          text        not null check (state in ('REFERRED', 'AWAITING_INFORMATION', 'DECLINED', 'WITHDRAWN', 'WAITING', 'IN_STEP', 'DECIDING', 'ENDED')),
    at             text        not null,
    since          timestamptz not null,
    opened_at      timestamptz not null,
    accepted       boolean     not null,
    ended_at       timestamptz,
    outcome        text,
    team           text        not null,
    staff          text        not null,
    staff_name     text        not null,
    coordinator    text        not null,
    ready_since    timestamptz,
    delay_cause    text,
    delay_owner    text,
    due_standard   text,
    due_warn_at    timestamptz,
    due_at         timestamptz,
    by_hand        boolean     not null,
    primary key (place, id)
);

create index journey_by_person on journey (place, person);
create index journey_open on journey (place, at, due_at, since) where ended_at is null;
create index journey_due on journey (place, due_at) where ended_at is null;
create index journey_by_team on journey (place, team, due_at) where ended_at is null;
create index journey_opened on journey (place, opened_at);
create index journey_ready on journey (place, ready_since) where ended_at is null and ready_since is not null;

create table clock (
    place      text        not null,
    journey    text        not null,
    number     int         not null,
    standard   text        not null,
    started_at timestamptz not null,
    warn_at    timestamptz,
    deadline   timestamptz,
    stopped_at timestamptz,
    met        boolean,
    primary key (place, journey, number)
);

create index clock_stopped on clock (place, standard, stopped_at) where stopped_at is not null;
create index clock_running on clock (place, standard, deadline) where stopped_at is null;

create table occupancy (
    place   text        not null,
    journey text        not null,
    pool    text        not null,
    unit    text        not null,
    spot    text,
    since   timestamptz not null,
    primary key (place, journey, pool, unit)
);

create index occupancy_by_unit on occupancy (place, pool, unit);
create unique index occupancy_of_spot on occupancy (place, pool, unit, spot) where spot is not null;

create table unit (
    place          text             not null,
    pool           text             not null,
    unit           text             not null,
    version        int              not null,
    title          text             not null,
    locality       text             not null,
    organisation   text             not null,
    capacity       double precision not null check (capacity >= 0),
    out_of_service double precision not null check (out_of_service >= 0),
    occupied       int              not null check (occupied >= 0),
    confirmed_at   timestamptz      not null,
    primary key (place, pool, unit)
);

create table task (
    place   text not null,
    journey text not null,
    id      text not null,
    kind    text not null check (kind in ('ACTION', 'VISIT', 'FOLLOW_UP')),
    what    text not null,
    owner   text not null,
    due_at  timestamptz,
    primary key (place, journey, id)
);

create index task_due on task (place, owner, due_at);

create table spell (
    place         text        not null,
    id            text        not null,
    version       int         not null,
    person        text        not null,
    site          text        not null,
    visit         text        not null,
    state         text        not null,
    location      text,
    arrived_at    timestamptz,
    admitted_at   timestamptz,
    discharged_at timestamptz,
    expected_at   timestamptz,
    journey       text,
    primary key (place, id)
);

create index spell_by_person on spell (place, person);
create index spell_by_site on spell (place, site, location) where discharged_at is null;

-- Who looked: every read of a person's record, written in the same transaction as the read.
create table look (
    place        text        not null,
    number       bigint      generated always as identity,
    person       text        not null,
    at           timestamptz not null,
    actor_user   text        not null,
    actor_name   text        not null,
    actor_role   text        not null,
    organisation text        not null,
    what         text        not null,
    reason       text        not null,
    primary key (place, number)
);

create index look_by_person on look (place, person, at desc);
create trigger look_is_never_changed before update or delete on look
    for each row execute function refuse_change();
