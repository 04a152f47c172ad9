-- What was done about a person's risk is kept beside their wishes, carers, alerts and story: of each kind the last.

alter table person_note drop constraint person_note_kind_check;
alter table person_note add constraint person_note_kind_check check (kind in ('WISH', 'CARER', 'ALERT', 'STORY', 'RISK'));
