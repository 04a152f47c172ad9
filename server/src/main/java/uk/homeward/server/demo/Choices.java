package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.homeward.foresight.pathway.Player;
import uk.homeward.foresight.pathway.Player.Circumstances;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;

/**
 * What happens on a live journey by the engine that simulates its pathway: each answer is the simulator's own draw for this
 * person, at this round, after this delay. A journey's id names the person, so that who comes again has new luck.
 */
final class Choices {

    private final long seed;
    private final LocalDate origin;
    private final Pathway pathway;
    private final Player player;
    private final Map<String, Player> others = new ConcurrentHashMap<>();

    /** @param origin the day on which the pathway's daily rates hold; growth counts from here */
    Choices(Pathway pathway, long seed, LocalDate origin) {
        this.seed = seed;
        this.origin = origin;
        this.pathway = pathway;
        this.player = Player.of(pathway, seed, origin);
    }

    /** The engine for the pathway by which people come. */
    Player player() {
        return player;
    }

    /** The engine for a journey that may have begun on another version of the pathway. */
    private Player of(Journey journey) {
        Pathway its = journey.pathway();
        return its == pathway
                ? player
                : others.computeIfAbsent(its.id() + " " + its.version(), name -> Player.of(its, seed, origin));
    }

    Duration acceptedAfter(Journey journey) {
        return of(journey).acceptedAfter(journey.route(), circumstances(journey));
    }

    boolean isDeclined(Journey journey) {
        return of(journey).isDeclined(journey.route(), circumstances(journey));
    }

    /** How long it takes to arrange the step for which the person waits. */
    Duration beginsAfter(Journey journey, Step step) {
        return of(journey).beginsAfter(step.id(), circumstances(journey));
    }

    /** How long the step in which the person is lasts, from its start. */
    Duration lasts(Journey journey, Step step) {
        return of(journey).lasts(step.id(), circumstances(journey));
    }

    Decision.Option decide(Journey journey, Decision decision) {
        var taken = of(journey).decide(decision.id(), circumstances(journey));
        return decision.options().stream()
                .filter(option -> option.id().equals(taken))
                .findFirst()
                .orElseThrow();
    }

    /** Whether, when and by which route the person of this journey comes back after it ended by {@code exit}. */
    Optional<Player.Comeback> comesBack(String journey, ExitId exit) {
        return player.comesBack(exit, new Circumstances(journey, 0, Map.of(), Duration.ZERO));
    }

    private Circumstances circumstances(Journey journey) {
        Instant last = journey.history().events().getLast().occurredAt();
        int round = of(journey).round(steps(journey));
        return new Circumstances(journey.id(), round, journey.attributes(), journey.delayed(last));
    }

    /** The steps to which the person came, in order; the one for which they wait is the last. */
    private static List<StepId> steps(Journey journey) {
        List<StepId> steps = new ArrayList<>();
        for (Recorded<JourneyEvent> r : journey.history().events()) {
            if (r.event() instanceof JourneyEvent.StepStarted started) {
                steps.add(started.step());
            }
        }
        if (journey.state() instanceof State.Waiting waiting) {
            steps.add(waiting.step());
        }
        return steps;
    }
}
