-- Tokens of service accounts (as digests) until they end, and the assertions by which they were asked for, each good once.

create table service_token (
    place      text        not null,
    digest     bytea       not null,
    client     text        not null,
    scopes     text        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    primary key (place, digest)
);

create index service_token_expired on service_token (place, expires_at);

create table service_assertion (
    place      text        not null,
    client     text        not null,
    jti        text        not null,
    expires_at timestamptz not null,
    primary key (place, client, jti)
);

create index service_assertion_expired on service_assertion (place, expires_at);
