package uk.homeward.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;

/**
 * Writes many events, and what they come to, by COPY: for whoever brings a whole past at once. The rows are those that the
 * {@link Desk} would have left ({@link JourneyRow} makes both). Takes part in the transaction of the caller; nothing that
 * is written here may stand already.
 */
@Component
public class BulkJournal {

    private static final String EVENT = """
        event (place, subject_kind, subject_id, sequence, type, occurred_at, recorded_at,
               actor_user, actor_name, actor_role, organisation, payload)
        """;

    /** Nothing was copied for so long: whoever brought a past has brought it. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final PlaceKey place;
    private final Calendar calendar;
    private final FlowPlace flowPlace;
    private volatile long lastNanos = System.nanoTime() - QUIET.toNanos();

    BulkJournal(
            DataSource source,
            JdbcTemplate jdbc,
            EventCodec codec,
            PlaceKey place,
            Calendar calendar,
            FlowPlace flowPlace) {
        this.source = source;
        this.jdbc = jdbc;
        this.codec = codec;
        this.place = place;
        this.calendar = calendar;
        this.flowPlace = flowPlace;
    }

    /** Appends numbered events in the order given. */
    public void append(List<? extends Recorded<? extends Event>> events) {
        copy(EVENT, rows -> events.forEach(event -> row(event, rows)));
    }

    private void row(Recorded<? extends Event> r, CopyRows rows) {
        rows.add(place.value())
                .add(r.subject().kind().name())
                .add(r.subject().id())
                .add(r.sequence())
                .add(r.event().type())
                .add(r.occurredAt())
                .add(r.recordedAt())
                .add(r.by().user())
                .add(r.by().name())
                .add(r.by().role())
                .add(r.by().organisation())
                .add(codec.write(r.event()))
                .end();
    }

    /** Appends registrations, and writes the people. */
    public void register(List<Recorded<PersonEvent>> registrations) {
        append(registrations);
        people(registrations);
    }

    /** Writes registered people; their registrations are appended apart. */
    void people(List<Recorded<PersonEvent>> registrations) {
        new BulkPeople(place, jdbc).register(registrations, this::copy);
    }

    /** Writes what later facts change in people that stand already; the facts themselves are appended apart. */
    public void learn(List<Recorded<PersonEvent>> facts) {
        new BulkPeople(place, jdbc).learn(facts, this::copy);
    }

    /** Writes journeys as they stand, with their clocks, tasks and places; {@link #recount} must follow. */
    public void project(Collection<Journey> journeys) {
        List<JourneyRow> rows =
                journeys.stream().map(j -> JourneyRow.of(j, calendar.zone())).toList();
        new BulkJourneys(place).write(rows, this::copy);
    }

    /** Writes hospital stays as they stand; their facts are appended apart. */
    public void project(List<Stayed> stayed) {
        copy(
                "spell (place, id, version, person, site, visit, state, location, arrived_at, admitted_at,"
                        + " discharged_at, expected_at, codes)",
                rows -> stayed.forEach(s -> {
                    for (int i = 0; i < s.spells().size(); i++) {
                        spell(
                                Spells.id(s.subject(), s.spells(), i),
                                s.version(),
                                s.spells().get(i),
                                rows);
                    }
                }));
        flows(stayed);
    }

    /** Whoever came into a bed stands on the boards, though nobody has said anything of them. */
    private void flows(List<Stayed> stayed) {
        copy("flow (place, stay, " + String.join(", ", FlowRow.names()) + ")", rows -> {
            for (Stayed s : stayed) {
                for (int i = 0; i < s.spells().size(); i++) {
                    Spell spell = s.spells().get(i);
                    if (spell.admittedAt() != null) {
                        String id = Spells.id(s.subject(), s.spells(), i);
                        rows.add(place.value()).add(id);
                        FlowRow.of(Flow.of(id, spell, flowPlace, List.of()))
                                .values()
                                .forEach(rows::add);
                        rows.end();
                    }
                }
            }
        });
    }

    /** All stays of one subject after its fact number {@code version}. */
    public record Stayed(String subject, int version, List<Spell> spells) {
        public Stayed {
            spells = List.copyOf(spells);
        }
    }

    private void spell(String id, int version, Spell spell, CopyRows rows) {
        rows.add(place.value())
                .add(id)
                .add(version)
                .add(spell.person())
                .add(spell.site())
                .add(spell.visit())
                .add(spell.state().name())
                .add(spell.location())
                .add(spell.arrivedAt())
                .add(spell.admittedAt())
                .add(spell.leftAt())
                .add(spell.expectedAt())
                .add(String.join(" ", spell.codes()))
                .end();
    }

    /** Sets each unit's count of occupied places to what the journeys say. */
    public void recount() {
        new Units(jdbc, place).recount();
    }

    /** Something that adds rows. */
    interface Rows {
        void addTo(CopyRows rows);
    }

    /** Copies rows into a table. */
    interface Copy {
        void into(String table, Rows rows);
    }

    /** True while somebody copies a past into the journal, between one part and the next, too. */
    boolean isBusy() {
        return System.nanoTime() - lastNanos < QUIET.toNanos();
    }

    private void copy(String table, Rows rows) {
        lastNanos = System.nanoTime();
        Connection connection = DataSourceUtils.getConnection(source);
        try (CopyRows copy = new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI(), table)) {
            rows.addTo(copy);
            copy.finish();
            lastNanos = System.nanoTime();
        } catch (SQLException e) {
            SQLExceptionTranslator translator = jdbc.getExceptionTranslator();
            RuntimeException translated = translator.translate("copy", table, e);
            throw translated == null ? new IllegalStateException(e) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
