package uk.homeward.journey.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.WinterEvent;
import uk.homeward.journey.event.WinterEvent.WinterActionReceived;
import uk.homeward.journey.event.WinterEvent.WinterActionStarted;
import uk.homeward.journey.event.WinterEvent.WinterActionStopped;
import uk.homeward.journey.event.WinterEvent.WinterRefused;

/**
 * Where one action of the winter plan stands.
 *
 * @param started the start that still holds; null where it does not run
 * @param received the organisations that have said that they know of this start
 * @param stopped how it last ended; null where it never did
 */
public record WinterState(
        int version,
        @Nullable Said<WinterActionStarted> started,
        Set<String> received,
        @Nullable Said<WinterActionStopped> stopped) {

    public WinterState {
        received = Set.copyOf(received);
    }

    /** Folds the events of one action, in their order. */
    public static WinterState of(List<? extends Recorded<? extends Event>> told) {
        WinterState now = new WinterState(0, null, Set.of(), null);
        for (Recorded<? extends Event> r : told) {
            if (r.event() instanceof WinterEvent e) {
                now = now.after(e, r);
            }
        }
        return now;
    }

    private WinterState after(WinterEvent event, Recorded<? extends Event> told) {
        return switch (event) {
            case WinterActionStarted e ->
                new WinterState(told.sequence(), new Said<>(e, told.occurredAt(), told.by()), Set.of(), stopped);
            case WinterActionReceived e -> {
                Set<String> more = new LinkedHashSet<>(received);
                more.add(e.organisation());
                yield new WinterState(told.sequence(), started, more, stopped);
            }
            case WinterActionStopped e ->
                new WinterState(told.sequence(), null, Set.of(), new Said<>(e, told.occurredAt(), told.by()));
            case WinterRefused e -> this;
        };
    }

    public boolean isRunning() {
        return started != null;
    }

    /** Why this may not be told; empty if it may. */
    public Optional<Refused> refuses(WinterEvent asked) {
        return switch (asked) {
            case WinterActionStarted e ->
                isRunning()
                        ? Optional.of(new Refused("already-running", "This action runs already."))
                        : Optional.empty();
            case WinterActionReceived e -> needsToRun();
            case WinterActionStopped e -> needsToRun();
            case WinterRefused e -> Optional.empty();
        };
    }

    private Optional<Refused> needsToRun() {
        return isRunning()
                ? Optional.empty()
                : Optional.of(new Refused("not-running", "This action does not run now."));
    }
}
