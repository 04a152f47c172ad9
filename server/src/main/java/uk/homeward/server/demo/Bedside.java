package uk.homeward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Step;

/**
 * What somebody's journey says of their stay in hospital, so that the demo's wards say the same.
 *
 * @param readyAt when the treatment in hospital was done; null while it goes on
 * @param causes what then held them up, in order
 * @param next the setting of the step that came next, or is waited for; null while nobody has decided
 * @param died whether the journey ended with the person's death
 * @param home who receives them besides the place itself; {@link Home#UNKNOWN} where nobody looked it up
 */
record Bedside(@Nullable Instant readyAt, List<Cause> causes, Step.@Nullable Setting next, boolean died, Home home) {

    Bedside {
        causes = List.copyOf(causes);
    }

    /** A cause from the moment at which it was named. */
    record Cause(Instant at, String id) {}

    static final Bedside UNKNOWN = new Bedside(null, List.of(), null);

    /** Of somebody alive who lived in their own home. */
    Bedside(@Nullable Instant readyAt, List<Cause> causes, Step.@Nullable Setting next) {
        this(readyAt, causes, next, false, Home.UNKNOWN);
    }

    Bedside of(Home home) {
        return new Bedside(readyAt, causes, next, died, home);
    }

    /**
     * Where somebody comes from and who receives them.
     *
     * @param practice the code of their practice; empty where none is known
     * @param careHome whether they lived in a care home before
     * @param provider the id of a care home that could receive them; empty where the place has none
     */
    record Home(String practice, String practiceTitle, boolean careHome, String provider, String providerTitle) {
        static final Home UNKNOWN = new Home("", "General practice", false, "", "");
    }

    /** Reads the part of a journey that fell into a stay. */
    static Bedside of(Journey journey, Instant admittedAt, @Nullable Instant leftAt) {
        Instant readyAt = null;
        Step.Setting next = null;
        List<Cause> causes = new ArrayList<>();
        for (Recorded<JourneyEvent> r : journey.history().events()) {
            boolean within = !r.occurredAt().isBefore(admittedAt)
                    && (leftAt == null || !r.occurredAt().isAfter(leftAt));
            if (!within) {
                continue;
            }
            if (r.event() instanceof JourneyEvent.StepCompleted done && isInBed(journey, done)) {
                readyAt = r.occurredAt();
                causes.clear();
            } else if (r.event() instanceof JourneyEvent.DelayCaused cause && readyAt != null) {
                causes.add(new Cause(r.occurredAt(), cause.cause()));
            } else if (r.event() instanceof JourneyEvent.StepRequested asked && readyAt != null) {
                next = journey.pathway().get(asked.step()).setting();
            }
        }
        return new Bedside(readyAt, causes, next, died(journey, leftAt), Home.UNKNOWN);
    }

    /** True if they died where they were in hospital. */
    private static boolean died(Journey journey, @Nullable Instant leftAt) {
        return journey.history().events().stream()
                .filter(r -> leftAt != null && !r.occurredAt().isAfter(leftAt))
                .anyMatch(r -> r.event() instanceof JourneyEvent.JourneyEnded ended
                        && journey.pathway().get(ended.exit()).outcome() == Exit.Outcome.DIED);
    }

    private static boolean isInBed(Journey journey, JourneyEvent.StepCompleted done) {
        Step step = journey.pathway().get(done.step());
        return step.setting() == Step.Setting.HOSPITAL && !step.occupies().isEmpty();
    }
}
