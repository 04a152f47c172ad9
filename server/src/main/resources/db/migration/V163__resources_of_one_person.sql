-- While a record is read, of what other systems sent only that one person's is there, and what is about nobody. The ids of the
-- Patients who are that person stand in homeward.patients, so that no row asks another table whom it is about.

alter table resource enable row level security;
create policy of_who_is_read on resource for select using (
    patient is null or patient = any (string_to_array(current_setting('homeward.patients', true), ' ')));
