package uk.homeward.server.programme;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.event.WinterEvent;
import uk.homeward.journey.event.WinterEvent.WinterActionReceived;
import uk.homeward.journey.event.WinterEvent.WinterActionStarted;
import uk.homeward.journey.event.WinterEvent.WinterActionStopped;
import uk.homeward.journey.programme.Said;
import uk.homeward.journey.programme.WinterAction;
import uk.homeward.journey.programme.WinterState;
import uk.homeward.server.measures.LiveMeasures;
import uk.homeward.server.measures.Reading;

/** The place's winter plan for other areas: its actions, where each stands, and how one is started, received and stopped. */
@Component
public class WinterPlan {

    private final PlaceData data;
    private final ChangeBook book;
    private final ChangeDesk desk;
    private final LiveMeasures measures;

    WinterPlan(PlaceData data, ChangeBook book, ChangeDesk desk, LiveMeasures measures) {
        this.data = data;
        this.book = book;
        this.desk = desk;
        this.measures = measures;
    }

    /**
     * One action as it stands.
     *
     * @param measured the last figure of what its trigger watches, in words; empty where it watches nothing or has none
     * @param due true where the trigger holds now
     */
    public record Line(WinterAction action, WinterState state, String measured, boolean due) {

        public boolean isRunning() {
            return state.isRunning();
        }

        /** Since when it runs; null where it does not. */
        public @Nullable Instant since() {
            Said<WinterActionStarted> started = state.started();
            return started == null ? null : started.at();
        }

        /** Those who take part and have not said that they know of it. */
        public List<String> waitingFor() {
            return isRunning()
                    ? action.organisations().stream()
                            .filter(o -> !state.received().contains(o))
                            .toList()
                    : List.of();
        }
    }

    /** Every action, by level. */
    public List<Line> lines() {
        return lines(AsOf.today(book.today()));
    }

    /** The actions that belong to a level of escalation and to those below it. */
    public List<Line> upTo(int level) {
        return lines().stream().filter(l -> l.action().level() <= level).toList();
    }

    List<Line> lines(AsOf asOf) {
        Map<String, WinterState> states = book.winter(asOf);
        return data.winter().stream()
                .map(a -> line(a, states.getOrDefault(a.id(), WinterState.of(List.of())), asOf))
                .sorted(Comparator.comparingInt(l -> l.action().level()))
                .toList();
    }

    private Line line(WinterAction action, WinterState state, AsOf asOf) {
        String measure = action.trigger().measure();
        Optional<Reading> reading = measure.isEmpty() ? Optional.empty() : measures.reading(measure, "", asOf.day());
        Optional<Double> value =
                reading.flatMap(Reading::last).map(row -> row.value() == null ? Double.NaN : row.value());
        return new Line(
                action,
                state,
                reading.filter(r -> r.last().isPresent())
                        .map(r -> r.lastValue() + " in " + r.lastPeriod())
                        .orElse(""),
                value.filter(v -> action.trigger().holds(v)).isPresent());
    }

    /** Starts an action; returns why not, or nothing if it runs now. */
    public Optional<String> start(String action, String why, Actor by) {
        return tell(action, new WinterActionStarted(why), by);
    }

    /** An organisation says that it knows of an action that runs; returns why not, or nothing if that is kept. */
    public Optional<String> receive(String action, String organisation, Actor by) {
        return tell(action, new WinterActionReceived(organisation), by);
    }

    /** Stops an action; returns why not, or nothing if it is stopped. */
    public Optional<String> stop(String action, String note, Actor by) {
        return tell(action, new WinterActionStopped(note), by);
    }

    private Optional<String> tell(String action, WinterEvent asked, Actor by) {
        if (data.winter(action).isEmpty()) {
            return Optional.of("The winter plan has no action (" + action + ").");
        }
        return switch (desk.tell(new Subject(Kind.WINTER, action), asked, 0, by)) {
            case Answer.Done done -> Optional.empty();
            case Answer.Refused refused -> Optional.of(refused.why());
            case Answer.Conflict conflict -> Optional.of(String.join("; ", conflict.changed()));
        };
    }
}
