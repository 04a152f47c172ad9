package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.StepId;

/** Where a journey stands. */
public sealed interface State {

    /** Since when it has stood so. */
    Instant since();

    /** A referral or concern that nobody has accepted yet. */
    record Referred(Instant since) implements State {}

    /** The sender was asked for more. */
    record AwaitingInformation(String question, Instant since) implements State {}

    record Declined(String reasonCode, String advice, Instant since) implements State {}

    record Withdrawn(String reason, Instant since) implements State {}

    /** Ready for a step that has not begun; {@code held} is what the person still keeps meanwhile. */
    record Waiting(StepId step, Instant since, Held held) implements State {}

    /** In a step. */
    record InStep(
            StepId step,
            Instant since,
            List<Place> places,
            @Nullable Instant firstContact) implements State {
        public InStep {
            places = List.copyOf(places);
        }
    }

    /** The step is done and a human must choose how it goes on. */
    record Deciding(DecisionId decision, Instant since, Held held) implements State {}

    record Ended(ExitId exit, Instant since) implements State {}

    /**
     * What a person keeps although the step is done.
     *
     * @param step the step that gave the places; null where nothing is kept
     */
    record Held(@Nullable StepId step, List<Place> places) {

        public static final Held NOTHING = new Held(null, List.of());

        public Held {
            places = List.copyOf(places);
        }
    }

    /** True while the journey goes on. */
    default boolean isOpen() {
        return switch (this) {
            case Referred r -> true;
            case AwaitingInformation a -> true;
            case Waiting w -> true;
            case InStep s -> true;
            case Deciding d -> true;
            case Declined d -> false;
            case Withdrawn w -> false;
            case Ended e -> false;
        };
    }

    /** The places that the person occupies. */
    default List<Place> places() {
        return switch (this) {
            case InStep s -> s.places();
            case Waiting w -> w.held().places();
            case Deciding d -> d.held().places();
            case Referred r -> List.of();
            case AwaitingInformation a -> List.of();
            case Declined d -> List.of();
            case Withdrawn w -> List.of();
            case Ended e -> List.of();
        };
    }
}
