-- The coded diagnoses of a stay (ICD-10, capitals without dots, with blanks between), the main one first.

alter table spell add column codes text not null default '';
