-- Who lies where by the hospitals' own messages: a ward is as full as they say, also where no journey follows a person.
alter table spell
    add column ward text generated always as (split_part(coalesce(location, ''), '/', 1)) stored,
    add column bed text generated always as (
        case when location like '%/%' then replace(substr(location, strpos(location, '/') + 1), '/', ' ') else '' end) stored;

create index spell_in_bed on spell (place, ward, bed) where discharged_at is null and state = 'ADMITTED';
