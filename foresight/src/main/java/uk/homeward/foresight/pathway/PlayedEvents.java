package uk.homeward.foresight.pathway;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.engine.EventBatch;
import uk.homeward.foresight.engine.Simulation;
import uk.homeward.foresight.network.Network;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.DecisionMade;
import uk.homeward.journey.event.JourneyEvent.JourneyEnded;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.JourneyEvent.ReferralAccepted;
import uk.homeward.journey.event.JourneyEvent.ReferralDeclined;
import uk.homeward.journey.event.JourneyEvent.RequestCancelled;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.JourneyEvent.StepCompleted;
import uk.homeward.journey.event.JourneyEvent.StepLeft;
import uk.homeward.journey.event.JourneyEvent.StepRequested;
import uk.homeward.journey.event.JourneyEvent.StepStarted;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

/** Tells the engine's events in the words of real care. */
final class PlayedEvents {

    private static final String SIMULATED = "simulated";

    private final Scenario scenario;
    private final Pathway pathway;
    private final Simulation simulation;
    private final Network network;
    private final Consumer<PlayedEvent> events;
    private final long seed;
    private final Map<Long, Open> open = new HashMap<>();

    private record Open(int number, String route) {}

    PlayedEvents(Scenario scenario, Simulation simulation, long seed, Consumer<PlayedEvent> events) {
        this.scenario = scenario;
        this.pathway = scenario.pathway();
        this.simulation = simulation;
        this.network = simulation.network();
        this.seed = seed;
        this.events = events;
    }

    void accept(EventBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            tell(batch, i);
        }
    }

    private void tell(EventBatch batch, int i) {
        int place = batch.place(i);
        int detail = batch.detail(i);
        switch (batch.kind(i)) {
            case OPENED -> opened(batch, i);
            case WAITING -> requested(batch, i, place);
            case HELD -> held(batch, i, place, detail);
            case STARTED -> started(batch, i, place, detail);
            case COMPLETED -> completed(batch, i, place, detail);
            case DECIDED -> decided(batch, i, place, detail);
            case LAPSED -> {
                left(batch, i, detail);
                put(batch, i, new RequestCancelled(step(place), "waited too long"));
            }
            case TURNED_AWAY -> {
                requested(batch, i, place);
                put(batch, i, new RequestCancelled(step(place), "the queue was full"));
            }
            case ENDED -> ended(batch, i, place, detail);
        }
    }

    private void opened(EventBatch batch, int i) {
        String route = network.sources().get(batch.place(i)).name();
        long person = batch.person(i);
        Open before = open.get(person);
        open.put(person, new Open(before == null ? 1 : before.number() + 1, route));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int t = 0; t < network.traits().size(); t++) {
            attributes.put(network.traits().get(t).name(), simulation.trait(batch.traits(i), t));
        }
        String kind = new Senders(pathway.get(RouteId.of(route))).kind(Chance.key(seed, person));
        put(
                batch,
                i,
                new JourneyOpened(
                        Long.toHexString(person),
                        pathway.id(),
                        pathway.version(),
                        RouteId.of(route),
                        new Sender(kind, SIMULATED, SIMULATED, ""),
                        SIMULATED,
                        attributes));
    }

    private void requested(EventBatch batch, int i, int step) {
        if (!isAcceptance(step)) {
            put(batch, i, new StepRequested(step(step)));
        }
    }

    /** A place is kept for somebody who need not wait for one: they are ready from now on. */
    private void held(EventBatch batch, int i, int step, int waited) {
        if (waited == 0) {
            requested(batch, i, step);
        }
    }

    private void started(EventBatch batch, int i, int step, int detail) {
        if ((detail & 1) == 0) {
            requested(batch, i, step);
        }
        left(batch, i, detail >> 1);
        if (!isAcceptance(step)) {
            put(batch, i, new StepStarted(step(step), List.of()));
        }
    }

    /** The step (counted from 1; 0 is none) whose place the person has just given up. */
    private void left(EventBatch batch, int i, int step) {
        if (step > 0) {
            put(batch, i, new StepLeft(step(step - 1)));
        }
    }

    private void completed(EventBatch batch, int i, int step, int detail) {
        if (isAcceptance(step)) {
            return;
        }
        put(batch, i, new StepCompleted(step(step), ""));
        left(batch, i, (detail & 2) != 0 ? step + 1 : 0);
    }

    private void decided(EventBatch batch, int i, int decision, int option) {
        var made = network.decisions().get(decision);
        String name = made.options().get(option).name();
        if (made.name().contains(":")) {
            put(
                    batch,
                    i,
                    name.equals(Acceptance.ACCEPTED) ? new ReferralAccepted() : new ReferralDeclined(SIMULATED, ""));
            return;
        }
        put(batch, i, new DecisionMade(DecisionId.of(made.name()), OptionId.of(name), "", List.of(), null, null));
    }

    private void ended(EventBatch batch, int i, int exit, int detail) {
        left(batch, i, detail);
        String name = network.exits().get(exit).name();
        if (!name.equals(Acceptance.DECLINED)) {
            put(batch, i, new JourneyEnded(ExitId.of(name), ""));
        }
        boolean returns = network.exits().get(exit).returning() != null;
        if (!returns) {
            open.remove(batch.person(i));
        }
    }

    private boolean isAcceptance(int step) {
        return network.steps().get(step).name().contains(":");
    }

    private StepId step(int step) {
        return StepId.of(network.steps().get(step).name());
    }

    private void put(EventBatch batch, int i, JourneyEvent event) {
        long person = batch.person(i);
        Open journey = open.getOrDefault(person, new Open(1, ""));
        LocalDateTime at = scenario.start().plus(batch.time(i), ChronoUnit.MILLIS);
        String name = Long.toHexString(person);
        events.accept(new PlayedEvent(at, name + "-" + journey.number(), name, journey.route(), event));
    }
}
