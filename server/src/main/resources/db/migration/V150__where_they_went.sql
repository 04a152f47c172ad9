-- The code of the hospital's message for where somebody went (NHS Data Dictionary, discharge destination).

alter table flow add column told_destination text not null default '';
