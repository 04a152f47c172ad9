package uk.homeward.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Answer;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Handling;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.Situation;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.server.time.PlaceTime;

/**
 * The door through which every change goes: pages, messages, scripts and the demo's autopilot all tell the desk. A
 * command loads the journey, is answered by its rules, appends events and writes the projections in one transaction; when
 * this class returns, what it returns is durable.
 */
@Component
public class Desk {

    private static final int ATTEMPTS = 5;

    private final Journal journal;
    private final JourneyProjection projection;
    private final PersonProjection people;
    private final Units units;
    private final CarerCover cover;
    private final Pathways pathways;
    private final Calendar calendar;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcer announcer;

    Desk(
            Journal journal,
            JourneyProjection projection,
            PersonProjection people,
            Units units,
            CarerCover cover,
            Pathways pathways,
            Calendar calendar,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Announcer announcer) {
        this.journal = journal;
        this.projection = projection;
        this.people = people;
        this.units = units;
        this.cover = cover;
        this.pathways = pathways;
        this.calendar = calendar;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcer = announcer;
    }

    /**
     * Opens a journey on the place's pathway.
     *
     * @param id the new journey's id, chosen by the caller
     * @param key the same key never opens a second journey; null where the caller does not repeat itself
     */
    public Told open(
            String id,
            PathwayId pathway,
            JourneyCommand.Open open,
            Instant occurredAt,
            Actor by,
            @Nullable String key) {
        return committed(
                () -> {
                    Pathway definition = pathways.get(pathway);
                    List<Recorded<JourneyEvent>> events = Journal.number(
                            Subject.journey(id), 0, occurredAt, time.instant(), by, Handling.open(definition, open));
                    journal.append(events, key);
                    Journey journey = Journey.of(definition, calendar, events);
                    projection.write(null, JourneyRow.of(journey, calendar.zone()));
                    return new Told.Done(journey, events);
                },
                key);
    }

    /**
     * Tells a journey something.
     *
     * @param seen the version that the teller saw; 0 where they do not care what happened since
     * @param key the same key is never applied twice; null where the caller does not repeat itself
     * @throws IllegalArgumentException if there is no such journey
     */
    public Told tell(String id, int seen, JourneyCommand command, Instant occurredAt, Actor by, @Nullable String key) {
        return committed(() -> told(id, seen, command, occurredAt, by, key), key);
    }

    private Told told(String id, int seen, JourneyCommand command, Instant occurredAt, Actor by, @Nullable String key) {
        jdbc.query("select version from journey where place = ? and id = ? for update", row -> {}, place.value(), id);
        List<Recorded<JourneyEvent>> raw = journal.journey(id);
        Journey journey = read(raw).orElseThrow(() -> unknown(id));
        if (seen > 0 && seen != journey.version()) {
            List<Recorded<JourneyEvent>> events = journey.history().events();
            return new Told.Conflict(
                    journey, events.stream().filter(r -> r.sequence() > seen).toList());
        }
        Told.@Nullable Refused full = null;
        JourneyCommand complete = command;
        if (command instanceof JourneyCommand.StartStep start && journey.state() instanceof State.Waiting waiting) {
            Optional<List<Place>> places = places(journey, waiting, start);
            full = places.isPresent()
                    ? null
                    : new Told.Refused("no-place", "There is no free place. The person keeps their turn.");
            complete = new JourneyCommand.StartStep(places.orElse(List.of()));
        }
        Answer answer = full != null
                ? new Answer.Refused(full.code(), full.why())
                : Handling.answer(
                        journey, complete, new Situation(occurredAt, by, story(journey.person(), command), calendar));
        return switch (answer) {
            case Answer.Done done -> append(journey, raw, done.events(), occurredAt, by, key);
            case Answer.Refused refused -> {
                append(
                        journey,
                        raw,
                        List.of(new JourneyEvent.CommandRefused(command.name(), refused.code(), refused.why())),
                        occurredAt,
                        by,
                        key);
                yield new Told.Refused(refused.code(), refused.why());
            }
        };
    }

    private Optional<List<Place>> places(Journey journey, State.Waiting waiting, JourneyCommand.StartStep start) {
        Step step = journey.pathway().get(waiting.step());
        if (start.places().isEmpty()) {
            return units.findFree(step, journey.attributes().getOrDefault("locality", ""));
        }
        return units.hasRoom(start.places()) ? Optional.of(start.places()) : Optional.empty();
    }

    private Map<String, String> story(String person, JourneyCommand command) {
        if (!(command instanceof JourneyCommand.Decide)) {
            return Map.of();
        }
        Map<String, String> story = new HashMap<>();
        jdbc.query(
                "select key, words from person_note where place = ? and person = ? and kind = 'STORY'",
                row -> {
                    story.put(row.getString(1), row.getString(2));
                },
                place.value(),
                person);
        return story;
    }

    private Told append(
            Journey before,
            List<Recorded<JourneyEvent>> raw,
            List<JourneyEvent> happened,
            Instant occurredAt,
            Actor by,
            @Nullable String key) {
        List<Recorded<JourneyEvent>> events = Journal.number(
                Subject.journey(before.id()), before.version(), occurredAt, time.instant(), by, happened);
        journal.append(events, key);
        List<Recorded<JourneyEvent>> all = new ArrayList<>(raw);
        all.addAll(events);
        Journey after = Journey.of(before.pathway(), calendar, all);
        projection.write(JourneyRow.of(before, calendar.zone()), JourneyRow.of(after, calendar.zone()));
        cover.offer(after, happened, occurredAt, by);
        return new Told.Done(after, events);
    }

    /** The journey as it stands; throws if there is none. */
    public Journey get(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    public Optional<Journey> find(String id) {
        return read(journal.journey(id));
    }

    private Optional<Journey> read(List<Recorded<JourneyEvent>> events) {
        return events.isEmpty() || !(events.getFirst().event() instanceof JourneyEvent.JourneyOpened opened)
                ? Optional.empty()
                : Optional.of(Journey.of(pathways.get(opened.pathway()), calendar, events));
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("there is no journey (" + id + "). Maybe: it was opened in another place");
    }

    /** Records facts about a person; the first must be their registration. */
    public void tellPerson(
            String id, List<? extends PersonEvent> facts, Instant occurredAt, Actor by, @Nullable String key) {
        boolean written = insisting(() -> {
            jdbc.query(
                    "select version from person where place = ? and id = ? for update", row -> {}, place.value(), id);
            if (key != null && journal.findByKey(key).isPresent()) {
                return false;
            }
            Integer last = jdbc.queryForObject(
                    "select coalesce(max(sequence), 0) from event"
                            + " where place = ? and subject_kind = 'PERSON' and subject_id = ?",
                    Integer.class,
                    place.value(),
                    id);
            List<Recorded<PersonEvent>> events = Journal.number(
                    Subject.person(id),
                    last == null ? 0 : last,
                    occurredAt,
                    time.instant(),
                    by,
                    List.<PersonEvent>copyOf(facts));
            journal.append(events, key);
            events.forEach(people::write);
            return true;
        });
        if (written) {
            announcer.announce(new Changed(Subject.person(id), id, ""));
        }
    }

    /**
     * Records how much of a unit there is, and how much of it cannot be used.
     *
     * @param key the same key is never applied twice; null where the caller does not repeat itself
     * @return false if the same key had been told before
     * @throws IllegalArgumentException if there is no such unit, or there cannot be so much
     */
    public boolean confirmCapacity(
            PoolEvent.CapacityConfirmed confirmed, Instant occurredAt, Actor by, @Nullable String key) {
        Units.requirePossible(confirmed);
        Subject subject = Units.subject(confirmed.pool(), confirmed.unit());
        boolean written = insisting(() -> {
            int version = units.lock(confirmed);
            if (key != null && journal.findByKey(key).isPresent()) {
                return false;
            }
            List<Recorded<PoolEvent>> events =
                    Journal.number(subject, version, occurredAt, time.instant(), by, List.<PoolEvent>of(confirmed));
            journal.append(events, key);
            events.forEach(units::write);
            return true;
        });
        if (written) {
            announcer.announce(new Changed(subject, "", ""));
        }
        return written;
    }

    private Told committed(Supplier<Told> work, @Nullable String key) {
        Told told = insisting(() -> before(key).orElseGet(work));
        if (told instanceof Told.Done(Journey journey, List<Recorded<JourneyEvent>> happened) && !happened.isEmpty()) {
            announcer.announce(new Changed(
                    Subject.journey(journey.id()),
                    journey.person(),
                    JourneyRow.of(journey, calendar.zone()).at()));
        }
        return told;
    }

    /** What became of a command that was told before under the same key. */
    private Optional<Told> before(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : journal.findByKey(key)
                        .map(first -> first.event() instanceof JourneyEvent.CommandRefused refused
                                ? new Told.Refused(refused.code(), refused.why())
                                : new Told.Done(get(first.subject().id()), List.of()));
    }

    /**
     * Runs work in a transaction; if somebody else was faster (a taken sequence number or key, a deadlock), looks again at
     * what stands now and tries anew.
     */
    private <T> T insisting(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (DuplicateKeyException | ConcurrencyFailureException faster) {
                if (attempt == ATTEMPTS) {
                    throw faster;
                }
            }
        }
    }
}
