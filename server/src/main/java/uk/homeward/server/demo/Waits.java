package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.Delay;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.Place;

/** When somebody could begin a step by the pathway, and what is said about waiting longer. */
final class Waits {

    private static final List<String> FOR_HOME = List.of(
            "no-home-support", "p1-enablement-arranging", "equipment", "hub-confirmation", "choice", "transport");
    private static final List<String> FOR_BED =
            List.of("no-community-bed", "p2-bed-arranging", "readiness-worry", "provider-asks");
    private static final List<String> FOR_DECISION =
            List.of("medicines", "therapy-review", "discharge-decision", "medical-review", "readiness-worry");

    /** What passes where the pathway says nothing: somebody turns to the next person. */
    private static final Duration SOON = Duration.ofMinutes(4);

    private final Choices choices;
    private final Luck luck;
    private final Place place;
    private final ZoneId zone;

    Waits(Choices choices, Luck luck, Place place) {
        this.choices = choices;
        this.luck = luck;
        this.place = place;
        this.zone = place.zone();
    }

    /** The hours in which people begin a step. */
    Hours hours(Step step) {
        return Hours.of(step.hours());
    }

    /** When the person could begin the step for which they wait, if there is room. */
    Instant ready(Journey journey, State.Waiting waiting) {
        Step step = journey.pathway().get(waiting.step());
        Duration takes = step.beginsAfter() == null
                ? luck.about(SOON, SOON, journey.id(), "ready " + step.id() + waiting.since())
                : choices.beginsAfter(journey, step);
        Instant at = waiting.since().plus(takes).plusSeconds(1);
        return hours(step).next(at, zone, luck.uniform(journey.id(), "opening " + step.id()));
    }

    /** What is said about a wait that goes on: half a day after it began, once. */
    Optional<Act> explains(Journey journey, Actor by) {
        Optional<Delay> delay = journey.currentDelay();
        if (delay.isEmpty() || isExplained(journey, delay.get())) {
            return Optional.empty();
        }
        Instant at = delay.get()
                .since()
                .plus(luck.about(
                        Duration.ofHours(7),
                        Duration.ofHours(4),
                        journey.id(),
                        "explains " + delay.get().since()));
        return cause(journey)
                .map(cause -> new Act(
                        Hours.DAY.next(at, zone, luck.uniform(journey.id(), "explained")),
                        new JourneyCommand.NameDelay(cause, owner(cause), ""),
                        by));
    }

    private static boolean isExplained(Journey journey, Delay delay) {
        return journey.history().events().stream()
                .anyMatch(r -> r.event() instanceof JourneyEvent.DelayCaused
                        && !r.occurredAt().isBefore(delay.since()));
    }

    private Optional<String> cause(Journey journey) {
        List<String> causes = switch (journey.state()) {
            case State.Deciding s -> FOR_DECISION;
            case State.Waiting s -> waitingFor(journey.pathway().get(s.step()));
            default -> List.of();
        };
        List<String> known = causes.stream()
                .filter(c -> place.delayCauses().has(new CauseId(c)))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double u = luck.uniform(journey.id(), "cause");
        return Optional.of(known.get((int) (u * u * known.size()))); // the first ones are the most frequent
    }

    private static List<String> waitingFor(Step step) {
        return switch (step.setting()) {
            case HOME -> FOR_HOME;
            case COMMUNITY_BED -> FOR_BED;
            case HOSPITAL, CARE_HOME, DESK -> step.delayCause() == null ? List.of() : List.of(step.delayCause());
        };
    }

    private String owner(String cause) {
        return place.delayCauses()
                .get(new CauseId(cause))
                .owner()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}
