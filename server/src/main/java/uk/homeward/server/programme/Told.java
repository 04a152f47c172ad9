package uk.homeward.server.programme;

import java.time.Instant;
import java.util.List;
import uk.homeward.journey.event.BaselineEvent;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.CycleEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MaturityEvent;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.WinterEvent;

/**
 * One line of a history: when something was told, by whom, and what.
 *
 * @param path the page of what it is about
 */
public record Told(Instant at, String by, String words, String path, Subject subject) {

    static Told of(Recorded<Event> r) {
        String id = r.subject().id();
        String path = r.event() instanceof ChangeEvent change ? path(change, id) : "";
        String by = r.by().isSystem() ? "the place's data" : r.by().name();
        return new Told(r.occurredAt(), by, Wording.of(r.event()), path, r.subject());
    }

    /** A history, the last line first. */
    static List<Told> history(List<Recorded<Event>> told) {
        return told.stream().map(Told::of).toList().reversed();
    }

    private static String path(ChangeEvent event, String id) {
        return switch (event) {
            case ProgrammeEvent e -> "/programmes/" + id;
            case RiskEvent e -> "/risks/" + id;
            case CycleEvent e -> "/cycles/" + id;
            case MaturityEvent e -> "/maturity";
            case WinterEvent e -> "/winter-plan";
            case BaselineEvent e -> "/baselines/" + id;
        };
    }
}
