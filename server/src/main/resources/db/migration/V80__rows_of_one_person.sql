-- Whoever reads a person's record (see afterMigrate) sees the rows of the people that the transaction has named, and no others:
-- homeward.person holds their ids, with blanks between. Where it is not set, no row is seen. Every table with a column
-- "person" is bound by afterMigrate; the tables here name the person otherwise.

create function is_read(person text) returns boolean language sql stable parallel safe as
    $$ select person = any (string_to_array(current_setting('homeward.person', true), ' ')) $$;

create index person_merged on person (place, merged_into) where merged_into is not null;
alter table person enable row level security;
create policy of_who_is_read on person using (is_read(id) or is_read(merged_into));

alter table message enable row level security; -- no policy: messages as received are no part of a record

alter table event enable row level security;
create policy of_who_is_read on event using (
    case subject_kind
        when 'PERSON' then is_read(subject_id)
        when 'JOURNEY' then exists (select 1 from journey j where j.place = event.place and j.id = event.subject_id)
        when 'SPELL' then exists (select 1 from spell s -- what a hospital tells of one person, of all their stays
                                  where s.place = event.place and regexp_replace(s.id, '/[^/]*$', '') = event.subject_id)
        when 'FLOW' then exists (select 1 from spell s where s.place = event.place and s.id = event.subject_id)
        when 'POOL' then true
        else false
    end);
