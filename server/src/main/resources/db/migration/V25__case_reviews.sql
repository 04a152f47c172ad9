-- Case reviews: what stands of them, written with their events.

create table case_review (
    place     text        not null,
    id        text        not null,
    version   int         not null,
    title     text        not null,
    opened_at timestamptz not null,
    opened_by text        not null,
    cases     int         not null,
    closed_at timestamptz,
    primary key (place, id)
);

create table case_review_answer (
    place       text        not null,
    review      text        not null,
    case_id     text        not null,
    reviewer    text        not null,
    profession  text        not null,
    answered_at timestamptz not null,
    primary key (place, review, case_id, reviewer)
);
