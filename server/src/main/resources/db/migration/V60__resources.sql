-- FHIR resources, kept as received: every version is a row of its own that is never changed. What stands is the newest
-- version. The rows that searches need point at versions; those of older versions do no harm and are swept away.

create sequence resource_key increment by 1000;

create table resource (
    place        text        not null,
    key          bigint      not null,
    type         text        collate "C" not null,
    id           text        collate "C" not null,
    version      int         not null check (version > 0),
    deleted      boolean     not null,
    updated_at   timestamptz not null,
    occurred_at  timestamptz,
    patient      text        collate "C",
    organisation text        not null,
    sender       text        not null,
    channel      text        not null,
    meta         text        not null,
    cuts         bytea       not null,
    content      bytea       not null,
    received     bytea,
    rewritten    text,
    primary key (place, type, id, version)
);

create unique index resource_in_order on resource (place, type, key);
create index resource_of_patient on resource (place, patient, type, key) where patient is not null;
create trigger resource_is_never_changed before update or delete on resource
    for each row execute function refuse_change();

-- Codes, identifiers, addresses and references by which resources are found: code|system, or Type/id.
create table resource_token (
    place    text   not null,
    param    int    not null,
    value    text   collate "C" not null,
    resource bigint not null,
    primary key (place, param, value, resource)
);

-- Words by which resources are found, in small letters without accents; as they were written where that is asked for.
create table resource_string (
    place    text   not null,
    param    int    not null,
    value    text   collate "C" not null,
    resource bigint not null,
    exact    text   not null,
    primary key (place, param, value, resource)
);

create table resource_date (
    place    text        not null,
    param    int         not null,
    low      timestamptz not null,
    high     timestamptz not null,
    resource bigint      not null,
    primary key (place, param, low, resource, high)
);

create table resource_quantity (
    place    text    not null,
    param    int     not null,
    value    numeric not null,
    unit     text    collate "C" not null,
    resource bigint  not null,
    primary key (place, param, value, resource, unit)
);

-- Which person a received Patient is. Without a row, the Patient's own id is the person's.
create table patient_link (
    place   text        not null,
    patient text        collate "C" not null,
    person  text        not null,
    why     text        not null,
    by_user text        not null,
    at      timestamptz not null,
    primary key (place, patient)
);

create index patient_link_by_person on patient_link (place, person);

-- What senders' resources have that R4 does not, counted for each feed.
create table feed_finding (
    place    text        not null,
    feed     text        not null,
    type     text        not null,
    element  text        not null,
    what     text        not null,
    times    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    example  text        not null,
    primary key (place, feed, type, element, what)
);

create index resource_of_organisation on resource (place, organisation, key);
