-- Packages of care: what is arranged for whom, by whom, for how much and who pays; continuing care; providers that fail.

create table package (
    place           text        not null,
    id              text        not null,
    version         int         not null,
    person          text        not null,
    locality        text        not null,
    search          text        not null,
    contact         text        not null,
    opened_at       timestamptz not null,
    weekly          double precision not null,
    next_review     date,
    budget          text        not null,
    cc_state        text        not null,
    cc_fast_track   boolean     not null,
    cc_contact      text        not null,
    cc_asked_at     timestamptz,
    cc_decided_at   timestamptz,
    cc_explained_at timestamptz,
    cc_acknowledged_at timestamptz,
    primary key (place, id)
);

create index package_of_person on package (place, person);
create index package_review on package (place, next_review) where next_review is not null;
create index package_continuing_care on package (place, cc_asked_at) where cc_asked_at is not null;

create table package_element (
    place           text             not null,
    package         text             not null,
    element         text             not null,
    kind            text             not null,
    provider        text             not null,
    what            text             not null,
    hours           double precision not null,
    price           double precision not null,
    per             text             not null,
    weekly          double precision not null,
    shares          text             not null,
    from_day        date             not null,
    state           text             not null,
    waits_for       text             not null,
    reason          text             not null,
    wants_to_return boolean          not null,
    paused_from     date,
    ended_on        date,
    primary key (place, package, element)
);

create index package_element_of_provider on package_element (place, provider, state);
create index package_element_waits on package_element (place, waits_for) where waits_for <> '';

create table contingency (
    place     text        not null,
    provider  text        not null,
    version   int         not null,
    failed_at timestamptz not null,
    reason    text        not null,
    over_at   timestamptz,
    primary key (place, provider)
);

create table contingency_task (
    place    text        not null,
    provider text        not null,
    task     text        not null,
    done_at  timestamptz not null,
    done_by  text        not null,
    note     text        not null,
    primary key (place, provider, task)
);
