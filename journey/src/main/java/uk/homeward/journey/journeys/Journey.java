package uk.homeward.journey.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.RouteId;

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

    /** All time spent ready and waiting so far; drives deconditioning. */
    public Duration delayed(Instant now) {
        return delays.stream().map(d -> d.lasted(now)).reduce(Duration.ZERO, Duration::plus);
    }
}
