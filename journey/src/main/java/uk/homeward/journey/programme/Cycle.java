package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.CycleEvent;
import uk.homeward.journey.event.CycleEvent.CycleConcluded;
import uk.homeward.journey.event.CycleEvent.CycleNoted;
import uk.homeward.journey.event.CycleEvent.CyclePlanned;
import uk.homeward.journey.event.CycleEvent.CycleRefused;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/** One improvement cycle as it stands after its events. */
public final class Cycle {

    private final String id;
    private int version;
    private @Nullable CyclePlanned planned;
    private final List<Said<CycleNoted>> notes = new ArrayList<>();
    private @Nullable Said<CycleConcluded> concluded;

    private Cycle(String id) {
        this.id = id;
    }

    /** Folds the events of one cycle, in their order. */
    public static Cycle of(String id, List<? extends Recorded<? extends Event>> told) {
        Cycle cycle = new Cycle(id);
        for (Recorded<? extends Event> r : told) {
            if (r.event() instanceof CycleEvent event) {
                cycle.take(event, r);
            }
        }
        return cycle;
    }

    private void take(CycleEvent event, Recorded<? extends Event> told) {
        version = event instanceof CycleRefused ? version : told.sequence();
        switch (event) {
            case CyclePlanned e -> planned = e;
            case CycleNoted e -> notes.add(new Said<>(e, told.occurredAt(), told.by()));
            case CycleConcluded e -> concluded = new Said<>(e, told.occurredAt(), told.by());
            case CycleRefused e -> {}
        }
    }

    /** Why this may not be told; empty if it may. Whether the chart allows the conclusion is asked beside it. */
    public Optional<Refused> refuses(CycleEvent asked, Predicate<String> measures, LocalDate today) {
        if (concluded != null) {
            return Optional.of(new Refused("concluded", "This cycle is concluded. Begin the next one instead."));
        }
        return switch (asked) {
            case CyclePlanned e ->
                measures.test(e.measure())
                        ? Optional.empty()
                        : Optional.of(new Refused(
                                "unknown-measure",
                                "There is no measure (" + e.measure() + "). Choose one of the place's measures."));
            case CycleConcluded e ->
                today.isBefore(planned().startsOn())
                        ? Optional.of(new Refused(
                                "not-begun",
                                "The change begins on " + planned().startsOn() + ". There is nothing to study yet."))
                        : Optional.empty();
            case CycleNoted e -> Optional.empty();
            case CycleRefused e -> Optional.empty();
        };
    }

    public String id() {
        return id;
    }

    /** The number of its last event that is no refusal; 0 while nothing was told. */
    public int version() {
        return version;
    }

    public boolean isKnown() {
        return planned != null;
    }

    /** What it is; throws while nothing was told of it. */
    public CyclePlanned planned() {
        return Objects.requireNonNull(planned, "nothing was told of the cycle (" + id + ")");
    }

    public List<Said<CycleNoted>> notes() {
        return List.copyOf(notes);
    }

    public Optional<Said<CycleConcluded>> concluded() {
        return Optional.ofNullable(concluded);
    }
}
