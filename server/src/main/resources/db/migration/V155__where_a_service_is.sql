-- The place's site where a service is; empty where it is elsewhere or not known.
alter table service_entry add column site text not null default '';
