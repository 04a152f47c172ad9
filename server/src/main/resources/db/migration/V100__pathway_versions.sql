-- The definitions that the place runs and ran: a journey is read by the one that was in force when it was opened.
create table pathway_version (
    place        text        not null,
    pathway      text        not null,
    number       int         not null,
    version      int         not null,
    published_at timestamptz not null,
    text         text        not null,
    primary key (place, pathway, number)
);
