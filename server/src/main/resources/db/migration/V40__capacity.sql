-- Units say how they stand: who is there that no journey tells of, how their beds stand, which hours they offer, who said so.

alter table unit add column elsewhere double precision not null default 0 check (elsewhere >= 0);
alter table unit add column spots_taken int not null default 0;
alter table unit add column spots_out int not null default 0;
alter table unit add column spots_cleaning int not null default 0;
alter table unit add column confirmed_by text not null default '';

-- What the place's data says is nobody's word.
update unit u set confirmed_by = coalesce((
    select case when e.actor_user = 'system:place-data' then '' else e.actor_name end from event e
    where e.place = u.place and e.subject_kind = 'POOL' and e.subject_id = u.pool || '/' || u.unit
      and e.type = 'CapacityConfirmed'
    order by e.sequence desc limit 1), '');

create table spot (
    place           text        not null,
    pool            text        not null,
    unit            text        not null,
    spot            text        not null,
    number          int         not null,
    condition       text        not null check (condition in ('READY', 'OCCUPIED', 'LEAVING', 'CLEANING', 'OUT_OF_SERVICE')),
    reason          text        not null,
    since           timestamptz not null,
    vacated_at      timestamptz,
    turnarounds     int         not null,
    turnaround_mins bigint      not null,
    primary key (place, pool, unit, spot)
);

create table offered_hours (
    place text             not null,
    pool  text             not null,
    unit  text             not null,
    area  text             not null,
    part  text             not null check (part in ('MORNING', 'LUNCH', 'TEA', 'BED')),
    skill text             not null,
    hours double precision not null check (hours >= 0),
    primary key (place, pool, unit, area, part, skill)
);

create table out_of_area (
    place      text             not null,
    pool       text             not null,
    unit       text             not null,
    placement  text             not null,
    person     text             not null,
    elsewhere  text             not null,
    kilometres double precision not null,
    reason     text             not null,
    since      timestamptz      not null,
    ended_at   timestamptz,
    primary key (place, pool, unit, placement)
);

-- A hold keeps its place until this moment: its end while nobody has confirmed it, for ever once somebody has, never again
-- once it is over. So a hold that has run out keeps nobody from the place, whether or not anybody has said so yet.
create table hold (
    place        text             not null,
    id           text             not null,
    version      int              not null,
    pool         text             not null,
    unit         text             not null,
    spot         text,
    area         text             not null,
    part         text             not null,
    skill        text             not null,
    amount       double precision not null check (amount > 0),
    person       text             not null,
    purpose      text             not null,
    state        text             not null check (state in ('HELD', 'CONFIRMED', 'THERE', 'TAKEN', 'GIVEN_BACK', 'EXPIRED', 'LEFT')),
    placed_by    text             not null,
    placed_for   text             not null,
    placed_at    timestamptz      not null,
    expires_at   timestamptz      not null,
    keeps_until  timestamptz      not null,
    changed_at   timestamptz      not null,
    note         text             not null,
    primary key (place, id)
);

create index hold_by_unit on hold (place, pool, unit) include (amount, keeps_until) where keeps_until > '-infinity';
create index hold_by_person on hold (place, person);
create index hold_running_out on hold (place, expires_at) where state = 'HELD';
-- One bed, one person: also where two ask at the same moment.
create unique index hold_of_spot on hold (place, pool, unit, spot) where spot is not null and keeps_until > '-infinity';
