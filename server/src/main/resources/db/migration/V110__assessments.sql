-- Assessments of people, who may rely on them, what was challenged; and the agreements between organisations.

create table assessment (
    place          text        not null,
    id             text        not null,
    version        int         not null,
    person         text        not null,
    form           text        not null,
    state          text        not null check (state in ('OPEN', 'COMPLETE', 'CHALLENGED', 'FLAWED', 'WITHDRAWN')),
    organisation   text        not null,
    by_user        text        not null,
    by_name        text        not null,
    by_role        text        not null,
    begun_at       timestamptz not null,
    again          text,
    asked_new      int         not null,
    asked_outdated int         not null,
    asked_again    int         not null,
    answers        int         not null,
    completed_at   timestamptz,
    result         text        not null,
    valid_until    date,
    note           text        not null,
    primary key (place, id)
);

create index assessment_by_person on assessment (place, person);
create index assessment_open on assessment (place, organisation, begun_at) where state in ('OPEN', 'CHALLENGED');
create index assessment_completed on assessment (place, completed_at) where completed_at is not null;

create table assessment_trust (
    place        text not null,
    assessment   text not null,
    organisation text not null,
    agreement    text not null,
    until        date not null,
    relied_at    timestamptz,
    primary key (place, assessment, organisation, agreement)
);

create table assessment_challenge (
    place        text        not null,
    assessment   text        not null,
    number       int         not null,
    person       text        not null,
    organisation text        not null,
    by_name      text        not null,
    questions    text[]      not null,
    reason       text        not null,
    at           timestamptz not null,
    answered_at  timestamptz,
    upheld       boolean,
    words        text        not null,
    primary key (place, assessment, number)
);

create table agreement (
    place        text not null,
    id           text not null,
    version      int  not null,
    title        text not null,
    assessor     text not null,
    receiver     text not null,
    forms        text[] not null,
    roles        text[] not null,
    competence   text not null,
    valid_days   int  not null,
    on_challenge text not null,
    valid_from   date not null,
    valid_until  date,
    source       text not null,
    ended_at     timestamptz,
    ended        text not null,
    primary key (place, id)
);

-- What was told of an assessment is read with the person's record.
create policy of_assessments_who_is_read on event using (
    subject_kind = 'ASSESSMENT'
    and exists (select 1 from assessment a where a.place = event.place and a.id = event.subject_id));
