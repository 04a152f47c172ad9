package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.Target;

/** Reads the state of a journey from its events. */
final class StateFold {

    private final Pathway pathway;
    private @Nullable State state;
    private @Nullable Route route;

    private StateFold(Pathway pathway) {
        this.pathway = pathway;
    }

    static State of(Pathway pathway, History history) {
        StateFold fold = new StateFold(pathway);
        for (Recorded<JourneyEvent> r : history.events()) {
            fold.state = fold.next(r.event(), r.occurredAt());
        }
        if (fold.state == null) {
            throw new IllegalArgumentException("a journey begins with JourneyOpened");
        }
        return fold.state;
    }

    private @Nullable State next(JourneyEvent event, Instant at) {
        return switch (event) {
            case JourneyEvent.JourneyOpened e -> opened(e, at);
            case JourneyEvent.ReferralAccepted e -> arrived(at);
            case JourneyEvent.MoreInformationAsked e -> new State.AwaitingInformation(e.question(), at);
            case JourneyEvent.InformationGiven e -> new State.Referred(at);
            case JourneyEvent.JourneyReopened e -> new State.Referred(at);
            case JourneyEvent.ReferralDeclined e -> new State.Declined(e.reasonCode(), e.advice(), at);
            case JourneyEvent.ReferralWithdrawn e -> new State.Withdrawn(e.reason(), at);
            case JourneyEvent.StepRequested e -> new State.Waiting(e.step(), at, held());
            case JourneyEvent.StepStarted e -> new State.InStep(e.step(), at, e.places(), null);
            case JourneyEvent.ContactMade e -> contact(at);
            case JourneyEvent.StepCompleted e -> completed(e, at);
            case JourneyEvent.StepLeft e -> left(e);
            case JourneyEvent.DecisionMade e -> decided(e, at);
            case JourneyEvent.JourneyEnded e -> new State.Ended(e.exit(), at);
            default -> state;
        };
    }

    private State opened(JourneyEvent.JourneyOpened opened, Instant at) {
        route = pathway.get(opened.route());
        return route.acceptance() ? new State.Referred(at) : arrived(at);
    }

    /** Accepted: the journey stands before what its route leads to; a step is requested by an event of its own. */
    private State arrived(Instant at) {
        return route != null && route.to() instanceof Target.ToDecision(var decision)
                ? new State.Deciding(decision, at, State.Held.NOTHING)
                : new State.Referred(at);
    }

    /** A decision that leads straight to another decision. */
    private @Nullable State decided(JourneyEvent.DecisionMade made, Instant at) {
        return pathway.get(made.decision()).get(made.option()).to() instanceof Target.ToDecision(var next)
                ? new State.Deciding(next, at, held())
                : state;
    }

    private @Nullable State contact(Instant at) {
        return state instanceof State.InStep s && s.firstContact() == null
                ? new State.InStep(s.step(), s.since(), s.places(), at)
                : state;
    }

    private @Nullable State completed(JourneyEvent.StepCompleted done, Instant at) {
        Step step = pathway.get(done.step());
        List<Place> places = state == null ? List.of() : state.places();
        State.Held held =
                step.keepsPlace() && !places.isEmpty() ? new State.Held(step.id(), places) : State.Held.NOTHING;
        return step.then() instanceof Target.ToDecision(var decision)
                ? new State.Deciding(decision, at, held)
                : new State.Waiting(step.id(), at, held);
    }

    private @Nullable State left(JourneyEvent.StepLeft left) {
        return switch (state) {
            case State.Waiting w
            when left.step().equals(w.held().step()) -> new State.Waiting(w.step(), w.since(), State.Held.NOTHING);
            case State.Deciding d
            when left.step().equals(d.held().step()) -> new State.Deciding(d.decision(), d.since(), State.Held.NOTHING);
            case State.InStep s
            when left.step().equals(s.step()) -> new State.InStep(s.step(), s.since(), List.of(), s.firstContact());
            case null -> null;
            default -> state;
        };
    }

    private State.Held held() {
        return switch (state) {
            case State.Deciding d -> d.held();
            case State.Waiting w -> w.held();
            case null -> State.Held.NOTHING;
            default -> State.Held.NOTHING;
        };
    }
}
