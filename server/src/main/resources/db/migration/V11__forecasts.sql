-- Forecasts as they were made, what stood at the moments that they told of, and how good each was.

create table forecast (
    place     text        not null,
    number    bigint      generated always as identity,
    made_at   timestamptz not null,
    until     timestamptz not null,
    scored_to timestamptz not null,
    runs      int         not null,
    people    int         not null,
    millis    int         not null,
    seed      bigint      not null,
    content   text, -- emptied some weeks after its last moment; its scores stay
    primary key (place, number)
);

create index forecast_to_score on forecast (place, until, scored_to) where content is not null;

create table forecast_seen (
    place text             not null,
    at    timestamptz      not null,
    kind  text             not null check (kind in ('TAKEN', 'WAITING', 'MET')),
    name  text             not null,
    value double precision not null,
    primary key (place, at, kind, name)
);

create table forecast_score (
    place     text             not null,
    forecast  bigint           not null,
    kind      text             not null,
    name      text             not null,
    day       int              not null check (day > 0),
    moments   int              not null,
    crps      double precision not null,
    error     double precision not null,
    as_now    double precision not null,
    inside_50 int              not null,
    inside_90 int              not null,
    primary key (place, forecast, kind, name, day)
);
