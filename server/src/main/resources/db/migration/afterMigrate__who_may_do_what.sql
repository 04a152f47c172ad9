-- Runs as the owner of the schema after every start's migrations. The server works as ${app}, who owns nothing: it may add to
-- what is append-only and never change it. A person's record is read as ${reader}, who sees the rows of the one person that
-- the transaction has named (homeward.person), and none where it has named nobody.

-- A journal that was restored into a new database holds transaction numbers of the old one. If they are not below the new
-- ones, the order of sealing begins a new era.
do $$
declare
    t text;
    next int;
begin
    foreach t in array array ['event', 'look'] loop
        execute format('select max(era) + 1 from %1$I where era = (select max(era) from %1$I)'
                       ' having max(transaction) >= pg_current_xact_id()', t) into next;
        if next is not null then
            execute format('alter table %I alter column era set default %s', t, next);
            raise notice '% was restored from elsewhere; it goes on in era %', t, next;
        end if;
    end loop;
end $$;

-- What names a person is shown to a reader for that person only.
do $$
declare
    t record;
begin
    for t in
        select c.table_name as name from information_schema.columns c
        join information_schema.tables b using (table_schema, table_name)
        where c.table_schema = current_schema() and c.column_name = 'person' and b.table_type = 'BASE TABLE'
          and not exists (select 1 from pg_policies p where p.schemaname = c.table_schema and p.tablename = c.table_name
                          and p.policyname = 'of_who_is_read')
    loop
        execute format('alter table %I enable row level security', t.name);
        execute format('create policy of_who_is_read on %I using (is_read(person))', t.name);
    end loop;
end $$;

do $$
declare
    t record;
begin
    if '${app}' in ('', current_user) then
        return; -- one user for everything: nothing can be kept from it
    end if;
    execute format('grant usage on schema %I to ${app}, ${reader}', current_schema());
    execute format('grant usage on all sequences in schema %I to ${app}', current_schema());
    for t in
        select c.relname as name,
               exists (select 1 from pg_trigger g join pg_proc p on p.oid = g.tgfoid
                       where g.tgrelid = c.oid and p.proname = 'refuse_change') as append_only
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = current_schema() and c.relkind in ('r', 'p')
    loop
        execute format('revoke all on %I from ${app}, ${reader}', t.name);
        execute format('grant select on %I to ${app}, ${reader}', t.name);
        if t.name <> 'flyway_schema_history' then
            execute format('grant insert on %I to ${app}', t.name);
        end if;
        if not t.append_only and t.name <> 'flyway_schema_history' then
            execute format('grant update, delete on %I to ${app}', t.name);
        end if;
    end loop;
end $$;
