package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.pathway.Target;

/**
 * What made-up staff do next on a journey: a pure function of the journey as it stands. Nothing is remembered between two
 * questions, so that a journey can be taken up again at any time.
 */
final class Script {

    private static final List<String> PROFESSIONS = List.of("nurse", "social worker", "therapist", "doctor");

    private final Choices choices;
    private final Luck luck;
    private final Words words;
    private final Staff staff;
    private final Deeds deeds;
    private final Waits waits;
    private final Afterwards afterwards;
    private final ZoneId zone;

    Script(Choices choices, Luck luck, Words words, Staff staff, Waits waits, ZoneId zone) {
        this.choices = choices;
        this.luck = luck;
        this.words = words;
        this.staff = staff;
        this.deeds = new Deeds(luck, words, staff, zone);
        this.waits = waits;
        this.afterwards = new Afterwards(luck, zone);
        this.zone = zone;
    }

    /** The next act; empty if nothing is left to do. */
    Optional<Act> next(Journey journey) {
        Actor by = by(journey);
        Optional<Act> main = switch (journey.state()) {
            case State.Referred s -> Optional.of(referred(journey, s, by));
            case State.AwaitingInformation s -> Optional.of(told(journey, s, by));
            case State.Waiting s -> Optional.of(start(journey, s, by));
            case State.InStep s -> Optional.of(within(journey, s, by));
            case State.Deciding s -> Optional.of(decide(journey, s, by));
            case State.Declined s -> Optional.empty();
            case State.Withdrawn s -> Optional.empty();
            case State.Ended s -> Optional.empty();
        };
        return Stream.of(main, afterwards.next(journey, by))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Act::at));
    }

    /** What is said about a wait that is still going on; empty if it was said already. */
    Optional<Act> explains(Journey journey) {
        return waits.explains(journey, by(journey));
    }

    private Actor by(Journey journey) {
        return Staff.autopilot(step(journey).flatMap(step -> staff.team(journey, step)));
    }

    private static Optional<Step> step(Journey journey) {
        return switch (journey.state()) {
            case State.Waiting s -> journey.pathway().find(s.step());
            case State.InStep s -> journey.pathway().find(s.step());
            case State.Deciding s -> Optional.ofNullable(s.held().step()).flatMap(journey.pathway()::find);
            default ->
                journey.pathway().get(journey.route()).to() instanceof Target.ToStep(StepId first)
                        ? journey.pathway().find(first)
                        : Optional.empty();
        };
    }

    private Act referred(Journey journey, State.Referred state, Actor by) {
        Duration after = choices.acceptedAfter(journey);
        JourneyCommand command = new JourneyCommand.Accept();
        if (choices.isDeclined(journey)) {
            command = new JourneyCommand.Decline(
                    "another-service", "Please ring the practice's own team; we have told them to expect you.");
        } else if (!journey.has(JourneyEvent.MoreInformationAsked.class) && luck.happens(0.03, journey.id(), "asked")) {
            command = new JourneyCommand.AskForMore("Can the person be left alone until we come?");
        }
        return new Act(state.since().plus(after), command, by);
    }

    private Act told(Journey journey, State.AwaitingInformation state, Actor by) {
        Duration after = luck.about(Duration.ofMinutes(40), Duration.ofMinutes(30), journey.id(), "told");
        return new Act(state.since().plus(after), new JourneyCommand.GiveInformation("Yes, a neighbour is there."), by);
    }

    private Act start(Journey journey, State.Waiting state, Actor by) {
        return new Act(waits.ready(journey, state), new JourneyCommand.StartStep(List.of()), by);
    }

    private Act within(Journey journey, State.InStep state, Actor by) {
        Step step = journey.pathway().get(state.step());
        int round = round(journey, state.step());
        Instant end = end(journey, step, state.since(), round);
        Instant last = journey.history().events().getLast().occurredAt();
        return deeds.of(journey, step, state.since(), end, round).stream()
                .filter(deed -> deed.at().isAfter(last))
                .findFirst()
                .map(deed -> new Act(deed.at(), deed.command(), by))
                .orElseGet(() -> new Act(end, ends(journey, step), by));
    }

    /** A step that keeps its place is done first and decided upon later where a hospital is to be left. */
    private JourneyCommand ends(Journey journey, Step step) {
        return step.then() instanceof Target.ToDecision(var decision) && !isDecidedLater(step)
                ? decision(journey, journey.pathway().get(decision))
                : new JourneyCommand.CompleteStep("");
    }

    private static boolean isDecidedLater(Step step) {
        return step.setting() == Step.Setting.HOSPITAL && step.keepsPlace();
    }

    private Instant end(Journey journey, Step step, Instant since, int round) {
        Duration lasts = choices.lasts(journey, step);
        Instant end = since.plus(lasts);
        boolean quick = lasts.compareTo(Duration.ofHours(14)) < 0;
        return quick ? end : Hours.DAY.some(end, zone, luck.uniform(journey.id(), step.id() + " ends " + round));
    }

    /** How often this step began on the journey. */
    private static int round(Journey journey, StepId step) {
        int round = 0;
        for (Recorded<JourneyEvent> r : journey.history().events()) {
            round += r.event() instanceof JourneyEvent.StepStarted e && e.step().equals(step) ? 1 : 0;
        }
        return round;
    }

    private Act decide(Journey journey, State.Deciding state, Actor by) {
        Decision decision = journey.pathway().get(state.decision());
        Duration after =
                luck.about(Duration.ofMinutes(150), Duration.ofMinutes(150), journey.id(), "decides " + state.since());
        Instant at = new Hours(8, 19).next(state.since().plus(after), zone, luck.uniform(journey.id(), "morning"));
        return new Act(at, decision(journey, decision), by);
    }

    private JourneyCommand.Decide decision(Journey journey, Decision decision) {
        Decision.Option option = choices.decide(journey, decision);
        @Nullable String wish = decision.asksWish() ? words.wish(journey, decision) : null;
        @Nullable
        String family = luck.happens(0.02, journey.id(), "family " + decision.id())
                ? "The family would feel safer with a care home."
                : null;
        return new JourneyCommand.Decide(
                option.id(),
                words.reason(journey, decision, option, setting(journey, option)),
                professions(journey, decision),
                wish,
                family);
    }

    private static Step.@Nullable Setting setting(Journey journey, Decision.Option option) {
        return option.to() instanceof Target.ToStep(StepId step)
                ? journey.pathway().get(step).setting()
                : null;
    }

    private List<String> professions(Journey journey, Decision decision) {
        int first = (int) (luck.uniform(journey.id(), "profession " + decision.id()) * PROFESSIONS.size());
        return Stream.iterate(first, i -> i + 1)
                .limit(Math.max(1, decision.professions()))
                .map(i -> PROFESSIONS.get(i % PROFESSIONS.size()))
                .toList();
    }

    /** Attributes that some doors leave out, from what is known of the person. */
    static Map<String, String> attributes(Somebody who, String urgency) {
        return Map.of(
                "urgency",
                urgency,
                "frailty",
                who.band().name().toLowerCase(java.util.Locale.ROOT),
                "lives-alone",
                who.livesAlone() ? "yes" : "no",
                "dementia",
                who.dementia() ? "yes" : "no",
                "locality",
                who.locality());
    }
}
