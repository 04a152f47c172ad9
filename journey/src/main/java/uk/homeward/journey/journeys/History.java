package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;

/** The events of one journey in their order, with later amendments of time applied. */
public record History(List<Recorded<JourneyEvent>> events) {

    public History {
        events = List.copyOf(events);
    }

    /** Events as they were recorded, in the order of their sequence. */
    public static History of(List<Recorded<JourneyEvent>> recorded) {
        Map<Integer, Instant> amended = new HashMap<>();
        for (Recorded<JourneyEvent> r : recorded) {
            if (r.event() instanceof JourneyEvent.EventAmended a && a.occurredAt() != null) {
                amended.put(a.sequence(), a.occurredAt());
            }
        }
        return amended.isEmpty()
                ? new History(recorded)
                : new History(recorded.stream().map(r -> amend(r, amended)).toList());
    }

    private static Recorded<JourneyEvent> amend(Recorded<JourneyEvent> r, Map<Integer, Instant> amended) {
        Instant at = amended.getOrDefault(r.sequence(), r.occurredAt());
        return new Recorded<>(r.subject(), r.sequence(), at, r.recordedAt(), r.by(), r.event());
    }
}
