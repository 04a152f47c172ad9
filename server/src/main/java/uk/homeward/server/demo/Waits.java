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

/** How long it takes until somebody could begin, in which hours people begin, and what is said about waiting longer. */
final class Waits {

    private static final List<String> FOR_HOME = List.of(
            "no-home-support", "p1-enablement-arranging", "equipment", "hub-confirmation", "choice", "transport");
    private static final List<String> FOR_BED =
            List.of("no-community-bed", "p2-bed-arranging", "readiness-worry", "provider-asks");
    private static final List<String> FOR_DECISION =
            List.of("medicines", "therapy-review", "discharge-decision", "medical-review", "readiness-worry");

    private final Luck luck;
    private final Place place;
    private final ZoneId zone;

    Waits(Luck luck, Place place) {
        this.luck = luck;
        this.place = place;
        this.zone = place.zone();
    }

    /** The hours in which people begin a step. */
    Hours hours(Step step) {
        return switch (step.setting()) {
            case HOSPITAL, DESK -> Hours.ALWAYS;
            case HOME -> step.queue().priorityBy() == null ? new Hours(8, 19) : new Hours(7, 22);
            case COMMUNITY_BED, CARE_HOME -> new Hours(9, 20);
        };
    }

    /** When the person could begin the step for which they wait, if there is room. */
    Instant ready(Journey journey, State.Waiting waiting) {
        Step step = journey.pathway().get(waiting.step());
        Duration lead = lead(step);
        Duration takes = luck.about(lead, lead, journey.id(), "ready " + step.id() + waiting.since());
        Instant at = waiting.since().plus(takes).plusSeconds(1);
        return hours(step).next(at, zone, luck.uniform(journey.id(), "opening " + step.id()));
    }

    /** What is only meant for some days cannot begin late. */
    private static boolean isShort(Step step) {
        Duration planned = step.plannedFor();
        return planned != null && planned.compareTo(Duration.ofDays(3)) < 0;
    }

    private static Duration lead(Step step) {
        if (step.occupies().isEmpty()) {
            return switch (step.setting()) {
                case HOSPITAL -> Duration.ofMinutes(25);
                case HOME, CARE_HOME, COMMUNITY_BED -> isShort(step) ? Duration.ofMinutes(50) : Duration.ofHours(4);
                case DESK -> Duration.ofMinutes(4);
            };
        }
        return switch (step.setting()) {
            case HOSPITAL -> Duration.ofMinutes(30);
            case HOME -> step.queue().priorityBy() == null ? Duration.ofHours(10) : Duration.ofMinutes(3);
            case COMMUNITY_BED, CARE_HOME -> Duration.ofHours(7);
            case DESK -> Duration.ofMinutes(4);
        };
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
