-- What its sender marked as restricted or very restricted is shown, while a record is read, only where the reader may see it.

alter table resource add column sensitive boolean not null generated always as (
    meta ~ 'v3-Confidentiality"[^{}]*"code"\s*:\s*"[RV]"' or meta ~ '"code"\s*:\s*"[RV]"[^{}]*v3-Confidentiality"') stored;

alter policy of_who_is_read on resource using (
    (patient is null or patient = any (string_to_array(current_setting('homeward.patients', true), ' ')))
    and (not sensitive or current_setting('homeward.sensitive', true) = 'yes'));
