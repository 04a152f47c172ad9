package uk.homeward.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowAnswer;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.flow.FlowHandling;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.flow.FlowSituation;
import uk.homeward.journey.spell.Spell;
import uk.homeward.server.time.PlaceTime;

/**
 * The desk for what staff say of stays: pages, scripts and the demo's rounds all tell it. Each command is answered by the
 * rules, kept with its projections in one transaction, and refused with a reason that is kept too.
 */
@Component
public class FlowDesk {

    private static final int ATTEMPTS = 5;

    private final Journal journal;
    private final FlowReading reading;
    private final FlowProjection projection;
    private final FlowPlace flowPlace;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcer announcer;

    FlowDesk(
            Journal journal,
            FlowReading reading,
            FlowProjection projection,
            FlowPlace flowPlace,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Announcer announcer) {
        this.journal = journal;
        this.reading = reading;
        this.projection = projection;
        this.flowPlace = flowPlace;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcer = announcer;
    }

    /** A command with the moment at which it happened. */
    public record Dated(FlowCommand command, Instant at) {}

    /**
     * Tells a stay something.
     *
     * @param stay the stay's id
     * @param seen the version that the teller saw; 0 where they do not care what was said since
     * @param key the same key is never applied twice; null where the caller does not repeat itself
     * @throws IllegalArgumentException if there is no such stay
     */
    public FlowTold tell(
            String stay, int seen, FlowCommand command, Instant occurredAt, Actor by, @Nullable String key) {
        return committed(() -> told(stay, seen, List.of(new Dated(command, occurredAt)), by, key), key);
    }

    /**
     * Tells a stay several things at once, each answered after those before it. The first that is refused ends it: what came
     * before stands, the refusal is kept, the rest is not looked at.
     */
    public FlowTold tellAll(String stay, List<Dated> commands, Actor by, @Nullable String key) {
        return committed(() -> told(stay, 0, commands, by, key), key);
    }

    /** The stay as it stands; empty if there is none. */
    public Optional<Flow> find(String stay) {
        return reading.find(stay);
    }

    private FlowTold told(String stay, int seen, List<Dated> commands, Actor by, @Nullable String key) {
        jdbc.query("select version from spell where place = ? and id = ? for update", row -> {}, place.value(), stay);
        Flow before = find(stay)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no stay (" + stay + "). Maybe: the hospital has not told of it yet"));
        if (seen > 0 && seen != before.version()) {
            return new FlowTold.Conflict(
                    before,
                    before.told().stream().filter(r -> r.sequence() > seen).toList());
        }
        Flow flow = before;
        boolean alone = livesAlone(before.spell().person());
        FlowAnswer.@Nullable Refused refused = null;
        List<Recorded<FlowEvent>> happened = new ArrayList<>();
        for (Dated dated : commands) {
            FlowAnswer answer = FlowHandling.answer(flow, dated.command(), new FlowSituation(dated.at(), by, alone));
            List<FlowEvent> events = switch (answer) {
                case FlowAnswer.Done done -> done.events();
                case FlowAnswer.Refused no -> {
                    refused = no;
                    yield List.of(new FlowEvent.FlowRefused(dated.command().word(), no.code(), no.why()));
                }
            };
            List<Recorded<FlowEvent>> numbered =
                    Journal.number(Subject.flow(stay), flow.version(), dated.at(), time.instant(), by, events);
            happened.addAll(numbered);
            List<Recorded<FlowEvent>> all = new ArrayList<>(flow.told());
            all.addAll(numbered);
            flow = Flow.of(stay, before.spell(), flowPlace, all);
            if (refused != null) {
                break;
            }
        }
        if (happened.isEmpty()) {
            return new FlowTold.Done(flow, happened);
        }
        journal.append(happened, key);
        projection.write(before, flow);
        return refused != null
                ? new FlowTold.Refused(refused.code(), refused.why())
                : new FlowTold.Done(flow, happened);
    }

    private boolean livesAlone(String person) {
        return jdbc
                .queryForList(
                        "select lives_alone from person where place = ? and id = ?",
                        Boolean.class,
                        place.value(),
                        person)
                .stream()
                .anyMatch(Boolean.TRUE::equals);
    }

    private FlowTold committed(Supplier<FlowTold> work, @Nullable String key) {
        FlowTold told = insisting(() -> before(key).orElseGet(work));
        if (told instanceof FlowTold.Done(Flow flow, List<Recorded<FlowEvent>> happened)
                && !happened.isEmpty()
                && !isPast(flow, happened)) {
            announcer.announce(new Changed(
                    Subject.flow(flow.stay()),
                    flow.spell().person(),
                    flow.spell().ward()));
        }
        return told;
    }

    /** What the system itself tells of stays that are over changes no open board. */
    private static boolean isPast(Flow flow, List<Recorded<FlowEvent>> happened) {
        return flow.isOver() && happened.getFirst().by().isSystem();
    }

    /** What became of a command that was told before under the same key. */
    private Optional<FlowTold> before(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : journal.findByKey(key)
                        .map(first -> first.event() instanceof FlowEvent.FlowRefused refused
                                ? new FlowTold.Refused(refused.code(), refused.why())
                                : new FlowTold.Done(find(first.subject().id()).orElseThrow(), List.of()));
    }

    /** Looks again at what stands now if somebody else was faster. */
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

    /**
     * Writes anew what the hospital's news change in stays; runs inside the transaction of whoever brings them.
     *
     * @param before the stay as it stood; null where it is new
     */
    void refresh(String stay, @Nullable Spell before, Spell after) {
        List<Recorded<FlowEvent>> told = journal.flow(stay);
        boolean wasInBed = before != null && before.admittedAt() != null;
        if (after.admittedAt() == null && told.isEmpty()) { // nobody in a bed, nothing said
            if (wasInBed) {
                projection.forget(stay);
            }
            return;
        }
        Flow stood = before == null || before.admittedAt() == null ? null : Flow.of(stay, before, flowPlace, told);
        projection.write(stood, Flow.of(stay, after, flowPlace, told));
    }

    /** Writes the projections of a stay anew from the journal alone. */
    public void rebuild(String stay) {
        transaction.executeWithoutResult(status -> {
            projection.forget(stay);
            find(stay).ifPresent(flow -> projection.write(null, flow));
        });
    }

    void forget(String stay) {
        projection.forget(stay);
    }
}
