package uk.homeward.journey.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MaturityEvent.Level;
import uk.homeward.journey.event.MaturityEvent.PracticeAssessed;
import uk.homeward.journey.event.Recorded;

/** How mature one locality is, practice by practice. */
public record Maturity(String locality, int version, Map<String, Said<PracticeAssessed>> practices) {

    public Maturity {
        practices = Map.copyOf(practices);
    }

    /** Folds the events of one locality, in their order; the last word on a practice stands. */
    public static Maturity of(String locality, List<? extends Recorded<? extends Event>> told) {
        Map<String, Said<PracticeAssessed>> practices = new LinkedHashMap<>();
        int version = 0;
        for (Recorded<? extends Event> r : told) {
            if (r.event() instanceof PracticeAssessed e) {
                practices.put(e.practice(), new Said<>(e, r.occurredAt(), r.by()));
                version = r.sequence();
            }
        }
        return new Maturity(locality, version, practices);
    }

    /** Why a practice may not be assessed so; empty if it may. */
    public static Optional<Refused> refuses(PracticeAssessed asked, Predicate<String> practices) {
        if (!practices.test(asked.practice())) {
            return Optional.of(new Refused(
                    "unknown-practice",
                    "The matrix has no practice (" + asked.practice() + "). Choose one of its rows."));
        }
        return asked.level() != Level.NOT_YET && asked.evidence().isBlank()
                ? Optional.of(
                        new Refused("evidence-needed", "Say what shows it. A level without evidence is an opinion."))
                : Optional.empty();
    }

    /** Of one practice; empty while nobody has assessed it. */
    public Optional<Said<PracticeAssessed>> of(String practice) {
        return Optional.ofNullable(practices.get(practice));
    }
}
