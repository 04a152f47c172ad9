package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;

/**
 * Reads delays from a journey's events. A delay begins when a step is done in a place that the person keeps, or when the
 * next step is requested; it ends when a step begins or the journey ends. Moments that fall together leave no delay.
 */
final class Delays {

    /** The cause until somebody names a better one and no step is waited for. */
    static final String UNDECIDED = "awaiting-decision";

    private final List<Delay> done = new ArrayList<>();
    private @Nullable Instant since;
    private @Nullable StepId waitsFor;
    private List<Delay.Cause> causes = new ArrayList<>();

    private Delays() {}

    static List<Delay> of(Pathway pathway, History history) {
        Delays delays = new Delays();
        for (Recorded<JourneyEvent> recorded : history.events()) {
            delays.happened(pathway, recorded);
        }
        return delays.freeze();
    }

    private void happened(Pathway pathway, Recorded<JourneyEvent> recorded) {
        Instant at = recorded.occurredAt();
        switch (recorded.event()) {
            case JourneyEvent.StepCompleted e -> {
                if (pathway.find(e.step()).map(Step::keepsPlace).orElse(false)) {
                    begin(at, UNDECIDED);
                }
            }
            case JourneyEvent.StepRequested e -> {
                waitsFor = e.step();
                String cause = pathway.find(e.step()).map(Step::delayCause).orElse(null);
                if (since == null) {
                    begin(at, cause == null ? UNDECIDED : cause);
                } else if (cause != null) {
                    causes.add(new Delay.Cause(cause, "", at, ""));
                }
            }
            case JourneyEvent.DelayCaused e -> {
                if (since != null) {
                    causes.add(new Delay.Cause(e.cause(), e.owner(), at, e.note()));
                }
            }
            case JourneyEvent.StepStarted e -> end(at);
            case JourneyEvent.JourneyEnded e -> end(at);
            case JourneyEvent.ReferralWithdrawn e -> end(at);
            default -> {}
        }
    }

    private void begin(Instant at, String cause) {
        if (since == null) {
            since = at;
            causes = new ArrayList<>(List.of(new Delay.Cause(cause, "", at, "")));
        }
    }

    private void end(Instant at) {
        if (since != null && at.isAfter(since)) {
            done.add(new Delay(since, waitsFor, causes, at));
        }
        since = null;
        waitsFor = null;
        causes = new ArrayList<>();
    }

    private List<Delay> freeze() {
        List<Delay> all = new ArrayList<>(done);
        if (since != null) {
            all.add(new Delay(since, waitsFor, causes, null));
        }
        return List.copyOf(all);
    }
}
