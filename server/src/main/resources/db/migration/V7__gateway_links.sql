-- Links under which those who told us of a worry see what became of it. Only a hash of the link's secret is kept.
create table gateway_link (
    place      text        not null,
    hash       bytea       not null,
    journey    text        not null,
    may_tell   boolean     not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    primary key (place, hash)
);

create index gateway_link_expires on gateway_link (place, expires_at);
