-- Stays on their way out of hospital: what staff say of them, and what that comes to.

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check
    check (subject_kind in ('PERSON', 'JOURNEY', 'SPELL', 'FLOW', 'POOL'));

create table flow (
    place              text        not null,
    stay               text        not null,
    version            int         not null,
    ward               text        not null,
    consultant         text        not null,
    admitted_at        timestamptz,
    left_at            timestamptz,
    died               boolean     not null,
    first_expected     date,
    expected           date,
    expected_set_at    timestamptz,
    expected_changes   int         not null,
    criteria           text        not null,
    reviewed_at        timestamptz,
    meets              boolean,
    criterion          text        not null,
    ready_since        timestamptz,
    ready_date         date,
    delay_days         int,
    pathway            int,
    need               text        not null,
    bed_asked          boolean     not null,
    hold_up            text        not null,
    hold_up_since      timestamptz,
    hold_up_note       text        not null,
    moves              int         not null,
    night_moves        int         not null,
    harms              int         not null,
    judged_day         date,
    judged_green       boolean,
    judged_reason      text        not null,
    long_stay_reviewed int         not null,
    destination_kind   text        not null,
    destination        text        not null,
    departure_at       timestamptz,
    arrival_check      text        not null,
    arrival_checked_at timestamptz,
    summary_sent_at    timestamptz,
    summary_read_at    timestamptz,
    summary_outdated   boolean     not null,
    summary_complete   int         not null,
    due_kind           text,
    due_at             timestamptz,
    by_hand            boolean     not null,
    primary key (place, stay)
);

create index flow_on_ward on flow (place, ward, due_at) where left_at is null;
create index flow_ready on flow (place, ready_since) where left_at is null and ready_since is not null;
create index flow_left on flow (place, left_at) where left_at is not null;

create table ready_period (
    place      text        not null,
    stay       text        not null,
    number     int         not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    primary key (place, stay, number)
);

create table hold_up (
    place      text        not null,
    stay       text        not null,
    number     int         not null,
    cause      text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    primary key (place, stay, number)
);

create table flow_task (
    place      text        not null,
    stay       text        not null,
    id         text        not null,
    kind       text        not null,
    what       text        not null,
    stage      text        not null,
    deliver_to text        not null,
    asked_at   timestamptz not null,
    due_at     timestamptz not null,
    ended_at   timestamptz,
    done       boolean     not null,
    primary key (place, stay, id)
);

create index flow_task_open on flow_task (place, due_at) where ended_at is null;

create index spell_left on spell (place, discharged_at) where discharged_at is not null;
