package uk.homeward.insight.events;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.events.FactTable.Keeping;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;

/**
 * Publishes facts into a folder. What is added is kept in memory until {@link #commit}, which puts all of it in place at
 * once. One thread at a time.
 */
public final class FactStore implements AutoCloseable {

    private static final int FILES_OF_A_MONTH = 12;

    private final FactFolder folder;
    private final String key;
    private final Staging staging = new Staging();
    private final EventRows events;
    private final JourneyRows journeys;
    private final SpellRows spells;
    private final DischargeRows discharges;
    private final PersonRows people;
    private final Facts facts;
    private Published published;

    private FactStore(FactFolder folder, Published published, Pseudonyms pseudonyms, @Nullable Place place) {
        this.folder = folder;
        this.published = published;
        this.key = pseudonyms.fingerprint();
        this.facts = new Facts(published.zone(), pseudonyms, staging);
        this.events = new EventRows(facts);
        this.journeys = new JourneyRows(facts, place);
        this.spells = new SpellRows(facts);
        this.discharges = new DischargeRows(facts);
        this.people = new PersonRows(facts);
    }

    /**
     * Opens a folder to go on where it ended.
     *
     * @param first what an empty folder is to be
     * @param place whose teams and causes of delay the journeys name; null where there is none, as in a simulation
     * @throws PublishingFailure if the folder holds another place, another source, or was made with another key
     */
    public static FactStore open(FactFolder folder, Published first, Pseudonyms pseudonyms, @Nullable Place place) {
        Published known = folder.published().orElse(first);
        if (!known.place().equals(first.place()) || !known.source().equals(first.source())) {
            throw new PublishingFailure(
                    "the folder (" + folder.path() + ") holds the " + known.source() + " of (" + known.place() + ")",
                    "choose another folder");
        }
        String key = folder.keyOfPseudonyms();
        if (!key.isEmpty() && !key.equals(pseudonyms.fingerprint())) {
            throw new PublishingFailure(
                    "the folder (" + folder.path() + ") was published with another key of pseudonyms",
                    "restore that key, or publish into an empty folder");
        }
        return new FactStore(folder, known, pseudonyms, place);
    }

    public Published published() {
        return published;
    }

    /**
     * The first day of the months whose events or journeys were published anew since the store was opened, stays of
     * hospitals aside; null where none were.
     */
    public @Nullable LocalDate earliestTouched() {
        return facts.earliestTouched();
    }

    /** How many events wait to be committed. */
    public long waiting() {
        return staging.events();
    }

    /** Adds one event; {@code position} rises from event to event. */
    public void event(long position, Recorded<? extends Event> told) {
        events.add(position, told);
    }

    /**
     * Adds a journey in place of how it stood.
     *
     * @param firstToldOpening when its opening was first said to have happened, before any amendment
     */
    public void journey(Journey journey, Instant firstToldOpening, PersonFacts person) {
        journeys.add(journey, firstToldOpening, person);
    }

    /** Adds the stays of one subject in place of those that were known; {@code told} are all its facts as they were told. */
    public void spells(String subject, List<Recorded<SpellEvent>> told, PersonFacts person) {
        spells.add(subject, told, person);
    }

    /** Adds a stay on its way out in place of how it stood; {@code now} is when it stands so. */
    public void discharge(Flow flow, PersonFacts person, Instant now) {
        discharges.add(flow, person, now);
    }

    /** Adds a person in place of what was known of them. */
    public void person(PersonFacts person) {
        people.add(person);
    }

    /** Adds a look; one that is known already is not doubled. */
    public void look(LookFacts look) {
        facts.replace(FactTable.LOOKS, facts.month(look.at()), look.number());
        facts.add(
                FactTable.LOOKS,
                facts.month(look.at()),
                new FactRow(FactTable.LOOKS)
                        .put("look", look.number())
                        .put("person", facts.pseudonyms().person(look.person()))
                        .day("looked_on", look.at(), facts.zone())
                        .hour("hour", look.at(), facts.zone())
                        .put("role", look.role())
                        .put("organisation", look.organisation())
                        .put("what", look.what())
                        .put("reason_given", look.reasonGiven()));
    }

    /** Puts everything in place at once; {@code next} says how far the folder is then. */
    public void commit(Published next) {
        try {
            long all = published.events() + staging.events();
            Writing writing = new Writing(String.format(Locale.ROOT, "%012d", all));
            staging.settle();
            for (FactTable table : FactTable.values()) {
                writing.write(table);
            }
            Published done = next.withEvents(all);
            folder.put(writing.written, writing.dropped, done.text(key));
            staging.clear();
            published = done;
        } catch (SQLException e) {
            throw new PublishingFailure(
                    "the facts could not be written to (" + folder.path() + "): " + e.getMessage(),
                    "check the folder and the room on the disk",
                    e);
        }
    }

    /** The files of one commit. */
    private final class Writing {
        private final String number;
        private final List<Path> written = new ArrayList<>();
        private final List<Path> dropped = new ArrayList<>();

        Writing(String number) {
            this.number = number;
        }

        void write(FactTable table) throws SQLException {
            for (String part : parts(table)) {
                switch (table.keeping()) {
                    case APPENDED -> append(table, part);
                    case REPLACED -> replace(table, part);
                }
            }
        }

        private void append(FactTable table, String part) throws SQLException {
            List<Path> old = folder.files(table).stream()
                    .filter(f -> f.getFileName().toString().startsWith(part + "-"))
                    .toList();
            boolean merge = old.size() >= FILES_OF_A_MONTH;
            String rows = staged(table, part);
            if (merge) {
                rows = "SELECT * FROM " + read(old) + " UNION ALL " + rows;
                dropped.addAll(old);
            }
            copy(rows + " ORDER BY " + table.key(), folder.aside(table, part + "-" + number + ".parquet"));
        }

        private void replace(FactTable table, String part) throws SQLException {
            String name = part + ".parquet";
            Path old = folder.path().resolve(table.title()).resolve(name);
            String rows = staged(table, part);
            if (Files.exists(old)) {
                rows = "SELECT * FROM " + read(List.of(old)) + " WHERE " + table.key() + " NOT IN (SELECT key FROM "
                        + Staging.gone(table) + " WHERE part = '" + part + "') UNION ALL " + rows;
            }
            copy(rows, folder.aside(table, name));
        }

        private String staged(FactTable table, String part) {
            return "SELECT " + Staging.names(table) + " FROM " + Staging.staged(table) + " WHERE part = '" + part + "'";
        }

        private void copy(String rows, Path to) throws SQLException {
            staging.execute("COPY (" + rows + ") TO '" + quoted(to) + "' (FORMAT parquet, COMPRESSION zstd)");
            written.add(to);
        }

        private List<String> parts(FactTable table) throws SQLException {
            String sql = "SELECT DISTINCT part FROM " + Staging.staged(table);
            if (table.keeping() == Keeping.REPLACED) {
                sql += " UNION SELECT part FROM " + Staging.gone(table);
            }
            try (Statement statement = staging.connection().createStatement();
                    ResultSet rows = statement.executeQuery(sql + " ORDER BY part")) {
                List<String> parts = new ArrayList<>();
                while (rows.next()) {
                    parts.add(rows.getString(1));
                }
                return parts;
            }
        }
    }

    private static String read(List<Path> files) {
        return files.stream().map(f -> "'" + quoted(f) + "'").collect(Collectors.joining(", ", "read_parquet([", "])"));
    }

    private static String quoted(Path path) {
        return path.toAbsolutePath().toString().replace("'", "''");
    }

    @Override
    public void close() {
        staging.close();
    }
}
