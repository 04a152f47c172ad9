package uk.homeward.journey.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.Moment;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Standard;

/** Reads the clocks of a journey from its events. */
final class Clocks {

    private final Calendar calendar;
    private final List<Running> all = new ArrayList<>();
    private boolean needsAcceptance;

    private Clocks(Calendar calendar) {
        this.calendar = calendar;
    }

    static List<Clock> of(Pathway pathway, Calendar calendar, History history) {
        Clocks clocks = new Clocks(calendar);
        for (Recorded<JourneyEvent> recorded : history.events()) {
            clocks.happened(pathway, recorded);
        }
        return clocks.all.stream().map(Running::freeze).toList();
    }

    private void happened(Pathway pathway, Recorded<JourneyEvent> recorded) {
        Instant at = recorded.occurredAt();
        switch (recorded.event()) {
            case JourneyEvent.JourneyOpened e -> {
                needsAcceptance = pathway.get(e.route()).acceptance();
                moment(pathway, Moment.of(Moment.Kind.OPENED), at);
            }
            case JourneyEvent.ClockPaused e -> running(e.standard().value()).ifPresent(c -> c.pause(at));
            case JourneyEvent.ClockResumed e -> running(e.standard().value()).ifPresent(c -> c.resume(at));
            case JourneyEvent.MoreInformationAsked e ->
                pausedBy("more-information-asked").forEach(c -> c.pause(at));
            case JourneyEvent.InformationGiven e ->
                pausedBy("more-information-asked").forEach(c -> c.resume(at));
            default -> Moments.of(recorded.event()).ifPresent(m -> moment(pathway, m, at));
        }
    }

    private void moment(Pathway pathway, Moment moment, Instant at) {
        for (Running clock : all) {
            clock.moment(moment, at);
        }
        for (Standard standard : pathway.standards().values()) {
            if (standard.from().matches(moment)
                    && canEnd(standard)
                    && running(standard.id().value()).isEmpty()) {
                all.add(new Running(standard, at));
            }
        }
    }

    /** Where nobody has to accept, nobody is late in accepting. */
    private boolean canEnd(Standard standard) {
        return needsAcceptance || standard.to().kind() != Moment.Kind.ACCEPTED;
    }

    private Optional<Running> running(String standard) {
        return all.stream()
                .filter(c -> c.stoppedAt == null && c.standard.id().value().equals(standard))
                .findFirst();
    }

    private List<Running> pausedBy(String reason) {
        return all.stream()
                .filter(c -> c.stoppedAt == null && c.standard.pauses().contains(reason))
                .toList();
    }

    /** One clock while it is read. */
    private final class Running {

        private final Standard standard;
        private final Instant startedAt;
        private boolean counts;
        private Duration used = Duration.ZERO;
        private Instant runsSince;
        private @Nullable Instant pausedSince;
        private @Nullable Instant stoppedAt;
        private @Nullable Boolean met;

        Running(Standard standard, Instant at) {
            this.standard = standard;
            this.startedAt = at;
            this.runsSince = at;
            this.counts = standard.onlyIf() == null;
        }

        void pause(Instant at) {
            if (pausedSince == null) {
                used = used.plus(calendar.between(runsSince, at, standard.hours()));
                pausedSince = at;
            }
        }

        void resume(Instant at) {
            if (pausedSince != null) {
                pausedSince = null;
                runsSince = at;
            }
        }

        void moment(Moment moment, Instant at) {
            if (stoppedAt != null) {
                return;
            }
            if (standard.onlyIf() != null && standard.onlyIf().matches(moment)) {
                counts = true;
            }
            if (standard.to().matches(moment)) {
                pause(at);
                stoppedAt = at;
                met = used.compareTo(standard.within()) <= 0;
            } else if (moment.kind() == Moment.Kind.ENDED) {
                stoppedAt = at;
            }
        }

        Clock freeze() {
            boolean runs = pausedSince == null && stoppedAt == null;
            return new Clock(
                    standard.id(),
                    startedAt,
                    counts,
                    stoppedAt == null ? pausedSince : null,
                    runs ? reached(standard.warnAfter()) : null,
                    runs ? reached(standard.within()) : null,
                    stoppedAt,
                    met);
        }

        private Instant reached(Duration limit) {
            Duration left = limit.minus(used);
            return left.isNegative() ? runsSince : calendar.after(runsSince, left, standard.hours());
        }
    }
}
