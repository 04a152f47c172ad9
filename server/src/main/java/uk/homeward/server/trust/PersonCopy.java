package uk.homeward.server.trust;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.person.PersonRecord;
import uk.homeward.server.person.PersonRecords;
import uk.homeward.server.record.Fact;
import uk.homeward.server.record.PersonFacts;
import uk.homeward.server.record.fhir.PersonBundle;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Times;

/**
 * A copy of everything that is kept about a person, to be given to that person: a page to read, a FHIR Bundle, and every row of
 * every table. Made within the record's door, which keeps that it was.
 */
@Component
public class PersonCopy {

    /** How the record's door calls it. */
    static final String LOOK = "everything, to give it to the person";

    private static final int LATEST = 50;

    private final RecordDoor door;
    private final PersonRecords records;
    private final PersonFacts facts;
    private final PersonBundle bundle;
    private final PersonTables tables;
    private final Sharing sharing;
    private final SamePerson same;
    private final TemplateEngine templates;
    private final Place place;
    private final PlaceTime time;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;

    PersonCopy(
            RecordDoor door,
            PersonRecords records,
            PersonFacts facts,
            PersonBundle bundle,
            PersonTables tables,
            Sharing sharing,
            SamePerson same,
            TemplateEngine templates,
            Place place,
            PlaceTime time,
            JdbcTemplate jdbc,
            PlaceKey key) {
        this.door = door;
        this.records = records;
        this.facts = facts;
        this.bundle = bundle;
        this.tables = tables;
        this.sharing = sharing;
        this.same = same;
        this.templates = templates;
        this.place = place;
        this.time = time;
        this.jdbc = jdbc;
        this.key = key;
    }

    /** What the page to read shows. */
    public record InWords(
            PersonRecord record,
            List<Fact> facts,
            Sharing.Choice choice,
            List<Recorded<Event>> choices,
            List<String> tables,
            String place,
            Times times) {}

    /** A copy that was given: of which record, by whom, and who asked for it. */
    public record Given(Instant at, String person, String by, String asked) {}

    /** The ZIP; empty if there is no such person. {@code asked} says who asked for it and is kept with the look. */
    Optional<byte[]> give(User officer, String person, String asked) {
        facts.prepare(person);
        return door.give(officer, person, asked, () -> zip(person));
    }

    private byte[] zip(String person) {
        String[] all = same.array(person);
        Map<String, byte[]> rows = tables.of(all);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, "read-me-first.html", page(person, List.copyOf(rows.keySet())));
            add(zip, "record.fhir.json", bundle.of(person));
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                add(zip, "tables/" + table.getKey() + ".csv", table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private byte[] page(String person, List<String> rows) {
        InWords words = new InWords(
                records.get(person),
                facts.of(person),
                sharing.choice(person),
                sharing.history(Subject.consent(person)),
                rows,
                place.title(),
                new Times(place.zone(), time.instant()));
        StringOutput html = new StringOutput();
        templates.render("trust/copyToRead.jte", words, html);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The copies that the officer's organisation gave lately, the newest first. */
    List<Given> latest(User officer) {
        return jdbc.query(
                "select at, person, actor_name, reason from look where place = ? and organisation = ? and what = '"
                        + LOOK + "' order by at desc limit " + LATEST,
                (row, n) -> new Given(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)),
                key.value(),
                officer.organisation());
    }
}
