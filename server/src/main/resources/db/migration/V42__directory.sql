-- The directory of services, and who was prescribed what of it.

create table service_entry (
    place        text        not null,
    id           text        not null,
    version      int         not null,
    title        text        not null,
    organisation text        not null,
    what         text        not null,
    audience     text        not null,
    not_for      text        not null,
    categories   text[]      not null,
    phone        text        not null,
    email        text        not null,
    web          text        not null,
    outward      text        not null,
    areas        text[]      not null,
    minimum_age  int         not null,
    hours        text        not null,
    opens        text        not null,
    response     text        not null,
    is_public    boolean     not null,
    is_community boolean     not null,
    source       text        not null,
    confirmed_at timestamptz not null,
    confirmed_by text        not null,
    withdrawn_at timestamptz,
    withdrawn    text        not null,
    primary key (place, id)
);

create table service_rating (
    place    text not null,
    service  text not null,
    rating   text not null,
    rated_on date not null,
    location text not null,
    primary key (place, service)
);

create table social_prescription (
    place         text        not null,
    id            text        not null,
    version       int         not null,
    person        text        not null,
    service       text        not null,
    service_title text        not null,
    matters       text        not null,
    prescribed_at timestamptz not null,
    prescribed_by text        not null,
    organisation  text        not null,
    ended_at      timestamptz,
    outcome       text,
    note          text        not null,
    primary key (place, id)
);

create index social_prescription_open on social_prescription (place, organisation, prescribed_at) where ended_at is null;
create index social_prescription_by_person on social_prescription (place, person);
