package uk.homeward.journey.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.Step;

/**
 * One person's way along a pathway: nothing but the fold of its events.
 *
 * @param id unique in the place
 * @param person the person's id
 * @param version the sequence number of the last event; a command states the version that it saw
 */
public record Journey(
        String id,
        String person,
        Pathway pathway,
        JourneyOpened opening,
        Instant openedAt,
        int version,
        State state,
        List<Clock> clocks,
        List<Delay> delays,
        Plan plan,
        History history) {

    public Journey {
        clocks = List.copyOf(clocks);
        delays = List.copyOf(delays);
    }

    /** Reads a journey from its events, in order; throws if they do not begin with its opening. */
    public static Journey of(Pathway pathway, Calendar calendar, List<Recorded<JourneyEvent>> events) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof JourneyOpened opening)) {
            throw new IllegalArgumentException("a journey begins with JourneyOpened");
        }
        History history = History.of(events);
        return new Journey(
                events.getFirst().subject().id(),
                opening.person(),
                pathway,
                opening,
                history.events().getFirst().occurredAt(),
                events.getLast().sequence(),
                StateFold.of(pathway, history),
                Clocks.of(pathway, calendar, history),
                Delays.of(pathway, history),
                Plan.of(history),
                history);
    }

    public RouteId route() {
        return opening.route();
    }

    public Map<String, String> attributes() {
        return opening.attributes();
    }

    /** True once a referral was accepted (or needed no acceptance). */
    public boolean isAccepted() {
        return has(JourneyEvent.ReferralAccepted.class) || !pathway.get(route()).acceptance();
    }

    /** True if an event of this kind happened. */
    public boolean has(Class<? extends JourneyEvent> kind) {
        return history.events().stream().anyMatch(r -> kind.isInstance(r.event()));
    }

    /** The last event of this kind. */
    public <E extends JourneyEvent> Optional<E> findLast(Class<E> kind) {
        return history.events().reversed().stream()
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** The clocks that run and count. */
    public List<Clock> runningClocks() {
        return clocks.stream().filter(c -> c.isRunning() && c.counts()).toList();
    }

    /** The delay in which the person is now. */
    public Optional<Delay> currentDelay() {
        return delays.stream().filter(d -> d.until() == null).findFirst();
    }

    /** The decision that is due now, or that becomes due when the running step is completed. */
    public Optional<Decision> dueDecision() {
        return Rules.dueDecision(this);
    }

    /** The step that the person is in or waits for; empty while a decision is due, and before and after. */
    public Optional<Step> currentStep() {
        return switch (state) {
            case State.InStep s -> Optional.of(pathway.get(s.step()));
            case State.Waiting w -> Optional.of(pathway.get(w.step()));
            case State.Referred r -> Optional.empty();
            case State.AwaitingInformation a -> Optional.empty();
            case State.Declined d -> Optional.empty();
            case State.Withdrawn w -> Optional.empty();
            case State.Deciding d -> Optional.empty();
            case State.Ended e -> Optional.empty();
        };
    }

    /** True where contact can be recorded and the step completed: it runs, or begins with the first thing done in it. */
    public boolean isAtWork() {
        return state instanceof State.InStep || Rules.canBeginAtOnce(this);
    }

    /** Each time in a step, in the order of the requests. */
    public List<StepStay> stays() {
        return StepStays.of(pathway, history);
    }

    /** The follow-ups whose wait has begun. */
    public List<FollowUpCheck> checks() {
        return FollowUpCheck.of(this);
    }

    /** All time spent ready and waiting so far; drives deconditioning. */
    public Duration delayed(Instant now) {
        return delays.stream().map(d -> d.lasted(now)).reduce(Duration.ZERO, Duration::plus);
    }
}
