package uk.homeward.server.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.journal.Chain;
import uk.homeward.server.journal.Erasure;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.journal.Verdict;

/**
 * How long records and messages are kept, as the place's file {@code retention.csv} says, and their erasure once that is over. Works
 * as the owner of the schema, beside a server or without one.
 */
public final class Retention {

    private static final String DUE = """
        select p.id from person p
        where p.place = ? and p.merged_into is null and coalesce(p.died_at, '-infinity') < ?
          and not exists (select 1 from journey j where j.place = p.place and j.person = p.id
                          and (j.ended_at is null or j.ended_at >= ?))
          and not exists (select 1 from spell s where s.place = p.place and s.person = p.id
                          and coalesce(s.discharged_at, s.admitted_at, s.arrived_at, 'infinity') >= ?)
          and not exists (select 1 from event e where e.place = p.place and e.subject_kind = 'PERSON'
                          and e.subject_id = p.id and e.recorded_at >= ?)
          and not exists (select 1 from resource r where r.place = p.place and r.patient = p.id and r.updated_at >= ?)
        order by p.id limit ?
        """;
    private static final int MOMENTS = 5;
    /** What names a person in the words of something that is not theirs; the journal keeps it with that. */
    private static final Set<String> OF_OTHERS = Set.of("event", "look", "out_of_area", "case_review_answer");

    private static final String NAMING_A_PERSON = """
        select c.table_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and c.column_name = 'person' and c.data_type = 'text'
          and t.table_type = 'BASE TABLE'
        """;
    private static final String NAMING_SOMETHING_OF_THEIRS = """
        select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'text'
          and c.column_name in ('journey', 'spell', 'stay', 'search', 'package', 'assessment', 'glass', 'hold')
          and c.table_name <> c.column_name
          and not exists (select 1 from information_schema.columns own where own.table_schema = c.table_schema
                          and own.table_name = c.table_name and own.column_name = 'person')
        """;

    private final StandAlone journal;
    private final JdbcTemplate jdbc;
    private final String place;
    private final ZoneId zone;
    private final List<Rule> rules;

    /** @param journal opened as the owner of the schema */
    public Retention(StandAlone journal, Place place, Path folder) {
        this.journal = journal;
        this.jdbc = journal.jdbc();
        this.place = journal.key().value();
        this.zone = place.zone();
        this.rules = load(folder);
    }

    /** What is kept for how long. */
    public record Rule(String what, int years, String after, String source) {}

    /** What a rule has come to: how many things, and whose records. */
    public record Due(Rule rule, long count, List<String> people) {
        public Due {
            people = List.copyOf(people);
        }
    }

    /** What an erasure took away. */
    public record Erased(String id, int people, long events, long looks) {}

    static List<Rule> load(Path folder) {
        Path file = folder.resolve("retention.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        Faults faults = new Faults();
        List<Rule> rules = Csv.read(file, faults).columns("what", "years", "after", "source").rows().stream()
                .map(Retention::rule)
                .toList();
        faults.throwIfAny();
        return rules;
    }

    private static Rule rule(CsvRow row) {
        return new Rule(row.text("what"), row.whole("years", 1), row.text("after"), row.text("source"));
    }

    /** What is due now, by each rule; at most so many people. */
    public List<Due> due(Instant now, int most) {
        List<Due> due = new ArrayList<>();
        for (Rule rule : rules) {
            Object until = before(rule, now);
            if (rule.what().equals("record")) {
                Object[] values = new Object[MOMENTS + 2];
                java.util.Arrays.fill(values, until);
                values[0] = place;
                values[MOMENTS + 1] = most;
                List<String> people = jdbc.queryForList(DUE, String.class, values);
                due.add(new Due(rule, people.size(), people));
            } else {
                Long count = jdbc.queryForObject(
                        "select count(*) from message where place = ? and received_at < ?", Long.class, place, until);
                due.add(new Due(rule, count == null ? 0 : count, List.of()));
            }
        }
        return due;
    }

    private Object before(Rule rule, Instant now) {
        return now.atZone(zone).minusYears(rule.years()).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** Erases what is due by one rule, whole or not at all, and tells the journal of it. */
    public Erased erase(Due due, Instant now, Actor by) {
        String id = "e-" + UUID.randomUUID();
        return java.util.Objects.requireNonNull(journal.transaction().execute(status -> {
            if (due.rule().what().equals("message")) {
                jdbc.update("delete from message where place = ? and received_at < ?", place, before(due.rule(), now));
            }
            long events = 0;
            long looks = 0;
            for (String person : due.people()) {
                String[] records = records(person);
                events += events(id, records);
                looks += new Erasure(jdbc, journal.key()).erase(Chain.ACCESS, id, "person = any (?)", (Object) records);
                tables(records);
            }
            TrustEvent told = new TrustEvent.RecordsErased(
                    due.rule().what() + ", " + due.rule().years() + " years after "
                            + due.rule().after(),
                    due.people().size(),
                    events,
                    looks);
            journal.ledger().tell(Subject.erasure(id), now, by, null, before -> Verdict.done(told));
            return new Erased(id, due.people().size(), events, looks);
        }));
    }

    private String[] records(String person) {
        return jdbc.queryForList("""
            with recursive same(id) as (select ?::text union select p.id from person p
                join same on p.place = ? and p.merged_into = same.id) select id from same
            """, String.class, person, place).toArray(String[]::new);
    }

    private int events(String id, String[] records) {
        return new Erasure(jdbc, journal.key())
                .erase(
                        Chain.JOURNAL,
                        id,
                        """
                        (subject_kind in ('PERSON', 'CONSENT') and subject_id = any (?))
                        or (subject_kind = 'MATCH' and (split_part(subject_id, '|', 1) = any (?)
                            or split_part(subject_id, '|', 2) = any (?)))
                        or (subject_kind, subject_id) in (select 'JOURNEY', id from journey where person = any (?)
                            union all select 'FLOW', id from spell where person = any (?)
                            union all select 'SPELL', regexp_replace(id, '/[^/]*$', '') from spell where person = any (?)
                            union all select 'GLASS', id from glass where person = any (?)
                            union all select 'ASSESSMENT', id from assessment where person = any (?)
                            union all select 'SEARCH', id from search where person = any (?)
                            union all select 'PACKAGE', id from package where person = any (?)
                            union all select 'HOLD', id from hold where person = any (?)
                            union all select 'PRESCRIPTION', id from social_prescription where person = any (?))
                        """,
                        java.util.Collections.nCopies(12, records).toArray());
    }

    /** What stands in tables: first what names something of theirs, then what names them. */
    private void tables(String[] records) {
        Erasure erasure = new Erasure(jdbc, journal.key());
        jdbc.queryForList(NAMING_SOMETHING_OF_THEIRS).forEach(naming -> {
            String table = String.valueOf(naming.get("table_name"));
            String column = String.valueOf(naming.get("column_name"));
            String owner = column.equals("stay") ? "spell" : column;
            erasure.unguarded(
                    table,
                    () -> jdbc.update(
                            "delete from \"%s\" t using \"%s\" o where t.place = ? and o.place = t.place and o.id = t.\"%s\" and o.person = any (?)"
                                    .formatted(table, owner, column),
                            place,
                            records));
        });
        resources(erasure, records);
        jdbc.update(
                "delete from match_doubt where place = ? and (one = any (?) or other = any (?))",
                place,
                records,
                records);
        jdbc.queryForList(NAMING_A_PERSON, String.class).stream()
                .filter(table -> !OF_OTHERS.contains(table))
                .forEach(table -> jdbc.update(
                        "delete from \"" + table + "\" where place = ? and person = any (?)", place, records));
        jdbc.update("delete from person where place = ? and id = any (?)", place, records);
    }

    private void resources(Erasure erasure, String[] records) {
        List<String> patients = jdbc.queryForList(
                "select patient from patient_link where place = ? and person = any (?) union select unnest(?::text[])",
                String.class,
                place,
                records,
                records);
        Object of = patients.toArray(String[]::new);
        for (String index : List.of("resource_token", "resource_string", "resource_date", "resource_quantity")) {
            jdbc.update(
                    "delete from " + index
                            + " where place = ? and resource in (select key from resource where place = ?"
                            + " and patient = any (?))",
                    place,
                    place,
                    of);
        }
        erasure.unguarded(
                "resource", () -> jdbc.update("delete from resource where place = ? and patient = any (?)", place, of));
    }
}
