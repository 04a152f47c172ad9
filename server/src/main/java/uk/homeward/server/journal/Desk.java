package uk.homeward.server.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
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
    private final JourneyDesk journeys;
    private final PersonDesk people;
    private final StartingPlaces starting;
    private final Pathways pathways;
    private final Calendar calendar;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcer announcer;
    private final SamePerson same;

    Desk(
            Journal journal,
            JourneyDesk journeys,
            PersonDesk people,
            StartingPlaces starting,
            Pathways pathways,
            Calendar calendar,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Announcer announcer,
            SamePerson same) {
        this.journal = journal;
        this.journeys = journeys;
        this.people = people;
        this.starting = starting;
        this.pathways = pathways;
        this.calendar = calendar;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcer = announcer;
        this.same = same;
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
        return settled(
                id,
                () -> {
                    Pathway definition = pathways.get(pathway);
                    return journeys.open(id, definition, Handling.open(definition, open), occurredAt, by, key);
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
        return settled(
                id,
                () -> command instanceof JourneyCommand.StartStep
                        ? Objects.requireNonNull(
                                transaction.execute(status -> told(id, seen, command, occurredAt, by, key)))
                        : told(id, seen, command, occurredAt, by, key),
                key);
    }

    private Told told(String id, int seen, JourneyCommand command, Instant occurredAt, Actor by, @Nullable String key) {
        Standing standing = (JourneyDesk.isInTransaction() ? journeys.locked(id) : journeys.standing(id, seen))
                .orElseThrow(() -> unknown(id));
        Journey journey = standing.journey();
        if (seen > 0 && seen != journey.version()) {
            return conflict(journey, seen);
        }
        Optional<StartingPlaces.Found> places = Optional.of(StartingPlaces.Found.NONE);
        if (command instanceof JourneyCommand.StartStep start && journey.state() instanceof State.Waiting waiting) {
            places = starting.find(
                    journey.pathway().get(waiting.step()),
                    start.places(),
                    journey.attributes().getOrDefault("locality", ""),
                    journey.person(),
                    time.instant());
        }
        Answer answer = places.isEmpty()
                ? new Answer.Refused("no-place", "There is no free place. The person keeps their turn.")
                : Handling.answer(
                        journey,
                        command instanceof JourneyCommand.StartStep
                                ? new JourneyCommand.StartStep(places.get().places())
                                : command,
                        new Situation(occurredAt, by, story(journey.person(), command), calendar));
        return switch (answer) {
            case Answer.Done done -> {
                places.ifPresent(found -> starting.began(found, id, time.instant(), by));
                yield journeys.append(standing, done.events(), occurredAt, by, key);
            }
            case Answer.Refused refused -> {
                journeys.append(
                        standing,
                        List.of(new JourneyEvent.CommandRefused(command.name(), refused.code(), refused.why())),
                        occurredAt,
                        by,
                        key);
                yield new Told.Refused(refused.code(), refused.why());
            }
        };
    }

    /** What the teller did not see. */
    private static Told conflict(Journey journey, int seen) {
        return new Told.Conflict(
                journey,
                journey.history().events().stream()
                        .filter(r -> r.sequence() > seen)
                        .toList());
    }

    private Map<String, String> story(String person, JourneyCommand command) {
        if (!(command instanceof JourneyCommand.Decide)) {
            return Map.of();
        }
        Map<String, String> story = new HashMap<>();
        jdbc.query(
                "select key, words from person_note where place = ? and person = any (?) and kind = 'STORY'"
                        + " order by told_at",
                row -> {
                    story.put(row.getString(1), row.getString(2));
                },
                place.value(),
                same.array(person));
        return story;
    }

    /** The journey as it stands; throws if there is none. */
    public Journey get(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    public Optional<Journey> find(String id) {
        return journeys.find(id);
    }

    /** Those of these journeys that there are, by their ids. */
    public Map<String, Journey> list(Collection<String> ids) {
        return journeys.list(ids).stream().collect(Collectors.toMap(Journey::id, Function.identity()));
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("there is no journey (" + id + "). Maybe: it was opened in another place");
    }

    /** Records facts about a person; the first must be their registration. */
    public void tellPerson(
            String id, List<? extends PersonEvent> facts, Instant occurredAt, Actor by, @Nullable String key) {
        people.tell(id, facts, occurredAt, by, key);
    }

    /** Tries until the journey was not changed meanwhile by somebody else; what was told before is not done again. */
    private Told settled(String id, Supplier<Told> work, @Nullable String key) {
        for (int attempt = 1; ; attempt++) {
            try {
                Told told = JourneyDesk.isInTransaction() ? before(key).orElseGet(work) : work.get();
                return told instanceof Told.Conflict ? before(key).orElse(told) : announced(told);
            } catch (DuplicateKeyException | ConcurrencyFailureException faster) {
                if (JourneyDesk.isInTransaction() || attempt == ATTEMPTS) {
                    throw faster;
                }
                journeys.forget(id);
                Optional<Told> first = before(key);
                if (first.isPresent()) {
                    return first.get();
                }
            }
        }
    }

    private Told announced(Told told) {
        if (told instanceof Told.Done(Journey journey, List<Recorded<JourneyEvent>> happened) && !happened.isEmpty()) {
            announcer.announce(
                    new Changed(Subject.journey(journey.id()), journey.person(), JourneyRow.at(journey.state())));
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
}
