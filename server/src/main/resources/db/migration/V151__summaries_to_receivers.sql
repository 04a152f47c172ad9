-- Each discharge summary by receiver, so that the receiver finds and acknowledges it; and which summary a message carries.

create table summary_sent (
    place        text        not null,
    stay         text        not null,
    receiver     text        not null,
    name         text        not null,
    organisation text        not null,
    sequence     int         not null,
    sent_at      timestamptz not null,
    read_at      timestamptz,
    read_by      text        not null,
    outdated     boolean     not null,
    complete     int         not null,
    primary key (place, stay, receiver)
);

create index summary_sent_to on summary_sent (place, organisation, sent_at);
create index summary_sent_unread on summary_sent (place, sent_at) where read_at is null or outdated;

alter table outgoing add column stay text;
alter table outgoing add column summary int;
