-- The kinds of subject stand in one list, which is the code's; the journal only keeps their form.

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind ~ '^[A-Z_]+$');
