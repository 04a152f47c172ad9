-- What a person chose belongs to their record, and so do the openings of it with a reason.
alter policy of_who_is_read on event using (
    case subject_kind
        when 'PERSON' then is_read(subject_id)
        when 'CONSENT' then is_read(subject_id)
        when 'GLASS' then exists (select 1 from glass g where g.place = event.place and g.id = event.subject_id)
        when 'JOURNEY' then exists (select 1 from journey j where j.place = event.place and j.id = event.subject_id)
        when 'SPELL' then exists (select 1 from spell s -- what a hospital tells of one person, of all their stays
                                  where s.place = event.place and regexp_replace(s.id, '/[^/]*$', '') = event.subject_id)
        when 'FLOW' then exists (select 1 from spell s where s.place = event.place and s.id = event.subject_id)
        when 'POOL' then true
        else false
    end);
