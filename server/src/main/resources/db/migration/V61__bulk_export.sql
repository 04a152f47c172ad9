-- Bulk exports: who asked for what, and the files until they expire. A job that a killed server left is taken up again.

create table export_job (
    place        text        not null,
    id           text        not null,
    request      text        not null,
    types        text        not null,
    since        timestamptz,
    about        text        not null check (about in ('ALL', 'PATIENTS', 'GROUP')),
    group_id     text,
    user_id      text        not null,
    user_name    text        not null,
    role         text        not null,
    organisation text        not null,
    teams        text        not null,
    state        text        not null check (state in ('WAITING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
    asked_at     timestamptz not null,
    as_of        timestamptz,
    expires_at   timestamptz,
    problem      text,
    primary key (place, id)
);

create index export_job_waiting on export_job (place, asked_at) where state = 'WAITING';

create table export_file (
    place   text  not null,
    job     text  not null,
    number  int   not null,
    type    text  not null,
    lines   int   not null,
    content bytea not null,
    primary key (place, job, number)
);
