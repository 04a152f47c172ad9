-- Records opened with a reason, the organisations' agreements to share, and people's choices: made from events.

create table glass (
    place        text        not null,
    id           text        not null,
    version      int         not null,
    person       text        not null,
    actor_user   text        not null,
    actor_name   text        not null,
    actor_role   text        not null,
    organisation text        not null,
    reason       text        not null,
    broken_at    timestamptz not null,
    until        timestamptz not null,
    finding      text        not null,
    note         text        not null,
    reviewed_by  text        not null,
    reviewed_at  timestamptz,
    primary key (place, id)
);

create index glass_of_organisation on glass (place, organisation, broken_at desc);
create index glass_of_person on glass (place, person, actor_user);

-- One alert for each, to the privacy officer of the organisation whose person it was. It names nobody.
create table privacy_alert (
    place        text        not null,
    glass        text        not null,
    organisation text        not null,
    words        text        not null,
    made_at      timestamptz not null,
    email        text        not null,
    sent_at      timestamptz,
    fault        text,
    primary key (place, glass)
);

create index privacy_alert_to_send on privacy_alert (place, made_at) where email <> '' and sent_at is null;

create table sharing_agreement (
    place        text not null,
    organisation text not null,
    version      int  not null,
    purpose      text not null,
    until        date,
    ended        boolean not null,
    words        text not null,
    primary key (place, organisation)
);

create table consent (
    place    text    not null,
    person   text    not null,
    version  int     not null,
    sharing  text    not null,
    opted_out boolean not null,
    primary key (place, person)
);
