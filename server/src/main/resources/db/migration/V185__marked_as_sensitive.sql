-- What staff marked as sensitive is shown, while a record is read, only where the reader may see it: as what its sender marked.

create table marked_item (
    place        text        not null,
    person       text        not null,
    item         text        not null,
    reason       text        not null,
    by_name      text        not null,
    by_role      text        not null,
    organisation text        not null,
    marked_at    timestamptz not null,
    primary key (place, person, item)
);

-- A restrictive policy narrows what the others let through. The marks of the person who is read are asked for once.
create policy not_marked on resource as restrictive for select using (
    current_setting('homeward.sensitive', true) = 'yes'
    or type || '/' || id not in (select item from marked_item));

-- (afterMigrate binds tables that have no policy at all, so what it gave this one is said here.)
alter table person_note enable row level security;
drop policy if exists of_who_is_read on person_note;
create policy of_who_is_read on person_note using (is_read(person));
create policy not_marked on person_note as restrictive for select using (
    current_setting('homeward.sensitive', true) = 'yes'
    or kind || '/' || key not in (select item from marked_item));

-- Which note of the person an event tells.
create function note_told(type text, payload text) returns text language sql immutable parallel safe as $$
    select case type
        when 'StoryAnswered' then 'STORY/' || (payload::jsonb ->> 'question')
        when 'WishRecorded' then 'WISH/' || (payload::jsonb ->> 'kind')
        when 'CarerNamed' then 'CARER/' || (payload::jsonb ->> 'carer')
        when 'AlertRaised' then 'ALERT/' || (payload::jsonb ->> 'alert')
        when 'AlertCleared' then 'ALERT/' || (payload::jsonb ->> 'alert')
        else '' end $$;

create policy not_marked on event as restrictive for select using (
    subject_kind <> 'PERSON'
    or current_setting('homeward.sensitive', true) = 'yes'
    or note_told(type, payload) not in (select item from marked_item));
