package uk.homeward.journey.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.FlowEvent.FactAmended;
import uk.homeward.journey.event.Recorded;

/**
 * The facts of one stay as they stand now, in the order in which they happened: times that were amended are the amended
 * ones, what was withdrawn is left out, and of two facts of one moment the one told later comes later.
 */
final class FlowFacts {

    private final List<Recorded<FlowEvent>> inOrder;

    private FlowFacts(List<Recorded<FlowEvent>> inOrder) {
        this.inOrder = inOrder;
    }

    static FlowFacts of(List<Recorded<FlowEvent>> told) {
        Map<Integer, FactAmended> amended = new HashMap<>();
        for (Recorded<FlowEvent> fact : told) {
            if (fact.event() instanceof FactAmended amendment) {
                amended.merge(amendment.sequence(), amendment, FlowFacts::later);
            }
        }
        return new FlowFacts(told.stream()
                .filter(fact -> !isWithdrawn(amended.get(fact.sequence())))
                .map(fact -> at(fact, amended.get(fact.sequence())))
                .sorted(Comparator.comparing((Recorded<FlowEvent> fact) -> fact.occurredAt())
                        .thenComparingInt(Recorded::sequence))
                .toList());
    }

    /** A later amendment that gives no time keeps the time that the earlier one gave. */
    private static FactAmended later(FactAmended first, FactAmended second) {
        Instant at = second.occurredAt() == null ? first.occurredAt() : second.occurredAt();
        return new FactAmended(second.sequence(), at, second.withdrawn(), second.correction());
    }

    private static boolean isWithdrawn(@org.jspecify.annotations.Nullable FactAmended amendment) {
        return amendment != null && amendment.withdrawn();
    }

    private static Recorded<FlowEvent> at(
            Recorded<FlowEvent> fact, @org.jspecify.annotations.Nullable FactAmended amendment) {
        Instant at = amendment == null ? null : amendment.occurredAt();
        return at == null
                ? fact
                : new Recorded<>(fact.subject(), fact.sequence(), at, fact.recordedAt(), fact.by(), fact.event());
    }

    List<Recorded<FlowEvent>> list() {
        return inOrder;
    }

    /** One fact with the moment and the teller that belong to it. */
    record Said<E extends FlowEvent>(E event, Recorded<FlowEvent> recorded) {
        Instant at() {
            return recorded.occurredAt();
        }
    }

    <E extends FlowEvent> Stream<Said<E>> all(Class<E> kind) {
        return inOrder.stream()
                .filter(fact -> kind.isInstance(fact.event()))
                .map(fact -> new Said<>(kind.cast(fact.event()), fact));
    }

    <E extends FlowEvent> Optional<Said<E>> last(Class<E> kind) {
        return all(kind).reduce((first, second) -> second);
    }
}
