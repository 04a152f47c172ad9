-- What was told of a search, package, hold or social prescription is read with the record of the person whom it is about.

create policy of_who_is_read_search on event using (subject_kind = 'SEARCH'
    and exists (select 1 from search s where s.place = event.place and s.id = event.subject_id));
create policy of_who_is_read_package on event using (subject_kind = 'PACKAGE'
    and exists (select 1 from package p where p.place = event.place and p.id = event.subject_id));
create policy of_who_is_read_hold on event using (subject_kind = 'HOLD'
    and exists (select 1 from hold h where h.place = event.place and h.id = event.subject_id));
create policy of_who_is_read_prescription on event using (subject_kind = 'PRESCRIPTION'
    and exists (select 1 from social_prescription p where p.place = event.place and p.id = event.subject_id));

-- What was given to whom is found by what was done.
create index look_of_copies on look (place, organisation, at desc) where what = 'everything, to give it to the person';
