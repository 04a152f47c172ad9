package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.StepId;

/** Reads from a journey's events how long the person was in each step, in the order of the requests. */
final class StepStays {

    private final Pathway pathway;
    private final List<Running> all = new ArrayList<>();

    private StepStays(Pathway pathway) {
        this.pathway = pathway;
    }

    static List<StepStay> of(Pathway pathway, History history) {
        StepStays stays = new StepStays(pathway);
        for (Recorded<JourneyEvent> recorded : history.events()) {
            stays.happened(recorded.event(), recorded.occurredAt());
        }
        return stays.all.stream().map(Running::freeze).toList();
    }

    private void happened(JourneyEvent event, Instant at) {
        switch (event) {
            case JourneyEvent.StepRequested e -> all.add(new Running(e.step(), at));
            case JourneyEvent.StepStarted e -> started(e, at);
            case JourneyEvent.ContactMade e ->
                last(e.step(), r -> r.startedAt != null).ifPresent(r -> r.contact(e, at));
            case JourneyEvent.StepCompleted e ->
                last(e.step(), r -> r.completedAt == null).ifPresent(r -> completed(r, at));
            case JourneyEvent.StepLeft e ->
                last(e.step(), r -> r.startedAt != null && r.leftAt == null).ifPresent(r -> r.leftAt = at);
            case JourneyEvent.RequestCancelled e ->
                last(e.step(), r -> r.startedAt == null).ifPresent(r -> r.cancelledAt = at);
            case JourneyEvent.JourneyEnded e -> ended(at);
            case JourneyEvent.ReferralWithdrawn e -> ended(at);
            default -> {} // says nothing about where the person is
        }
    }

    private void started(JourneyEvent.StepStarted event, Instant at) {
        ended(at);
        Running stay = last(event.step(), r -> r.startedAt == null && r.cancelledAt == null)
                .orElseGet(() -> {
                    Running begun = new Running(event.step(), null);
                    all.add(begun);
                    return begun;
                });
        stay.startedAt = at;
        stay.places = event.places();
    }

    private void completed(Running stay, Instant at) {
        stay.completedAt = at;
        if (!pathway.get(stay.step).keepsPlace()) {
            stay.leftAt = at;
        }
    }

    /** Who begins something else, or whose journey ends, keeps no place. */
    private void ended(Instant at) {
        for (Running stay : all) {
            if (stay.startedAt != null && stay.leftAt == null) {
                stay.leftAt = at;
            }
        }
    }

    private Optional<Running> last(StepId step, Predicate<Running> fits) {
        return all.reversed().stream()
                .filter(r -> r.step.equals(step) && fits.test(r))
                .findFirst();
    }

    /** One stay while it is read. */
    private static final class Running {
        private final StepId step;
        private final @Nullable Instant requestedAt;
        private @Nullable Instant startedAt;
        private JourneyEvent.@Nullable ContactMade contact;
        private @Nullable Instant contactAt;
        private @Nullable Instant completedAt;
        private @Nullable Instant leftAt;
        private @Nullable Instant cancelledAt;
        private List<Place> places = List.of();

        Running(StepId step, @Nullable Instant requestedAt) {
            this.step = step;
            this.requestedAt = requestedAt;
        }

        void contact(JourneyEvent.ContactMade made, Instant at) {
            if (contact == null) {
                contact = made;
                contactAt = at;
            }
        }

        StepStay freeze() {
            return new StepStay(
                    step,
                    requestedAt,
                    startedAt,
                    contactAt,
                    contact == null ? null : contact.mode(),
                    completedAt,
                    leftAt,
                    cancelledAt,
                    places);
        }
    }
}
