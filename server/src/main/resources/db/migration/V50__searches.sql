-- Searches for a place, one for each person who looks; the offers that providers were made; links to a person's choices.

create table search (
    place         text        not null,
    id            text        not null,
    version       int         not null,
    person        text        not null,
    locality      text        not null,
    stay          text        not null,
    opened_at     timestamptz not null,
    setting       text        not null,
    essential     text        not null,
    urgency       text        not null,
    funder        text        not null,
    wanted_from   date,
    fitting       int         not null,
    chosen        text        not null,
    chosen_kind   text        not null,
    chosen_why    text        not null,
    refusals      int         not null,
    escalated_at  timestamptz,
    state         text        not null,
    placed_at     text        not null,
    placed_from   date,
    ended_at      timestamptz,
    primary key (place, id)
);

create index search_open on search (place, opened_at) where ended_at is null;
create index search_of_person on search (place, person);

create table search_offer (
    place       text             not null,
    search      text             not null,
    offer       text             not null,
    provider    text             not null,
    locality    text             not null,
    setting     text             not null,
    essential   text             not null,
    about       text             not null,
    price       double precision not null,
    offered_at  timestamptz      not null,
    until       timestamptz      not null,
    question    text             not null,
    answer      text             not null,
    state       text             not null,
    reason      text             not null,
    words       text             not null,
    from_day    date,
    answered_at timestamptz,
    primary key (place, search, offer)
);

create index search_offer_of_provider on search_offer (place, provider, state, until);
create index search_offer_declined on search_offer (place, answered_at) where state = 'DECLINED';

-- Only a hash of the link's secret is kept.
create table search_link (
    place      text        not null,
    hash       bytea       not null,
    search     text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    primary key (place, hash)
);

create index search_link_expires on search_link (place, expires_at);
