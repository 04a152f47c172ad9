-- Two people who stay together: one hold of two places, so that a half held couple cannot be.
alter table hold
    add column partner text not null default '',
    add constraint hold_of_a_couple check (partner = '' or (amount = 2 and partner <> person and spot is null));

create index hold_by_partner on hold (place, partner) where partner <> '';
