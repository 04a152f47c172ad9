-- Coded diagnoses that were uploaded, and what of each upload was refused, with the reason.

create table coded_diagnosis (
    place    text not null,
    person  text not null,
    code     text not null,
    coded_on date not null,
    upload   text not null,
    primary key (place, person, code, coded_on)
);

create table upload (
    place   text        not null,
    id      text        not null,
    file    text        not null,
    by_id   text        not null,
    by_name text        not null,
    at      timestamptz not null,
    rows    int         not null,
    taken   int         not null,
    refused int         not null,
    primary key (place, id)
);

create table upload_refusal (
    place  text not null,
    upload text not null,
    line   int  not null,
    row    text not null,
    reason text not null,
    primary key (place, upload, line)
);
