package uk.homeward.foresight.calibration;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.DecisionMade;
import uk.homeward.journey.event.JourneyEvent.JourneyEnded;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.JourneyEvent.RequestCancelled;
import uk.homeward.journey.event.JourneyEvent.StepCompleted;
import uk.homeward.journey.event.JourneyEvent.StepStarted;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.Pathway;

/**
 * Reads lives: events of journeys, of each journey in their order. Only stays, choices and arrivals that began within the
 * window teach, so long ones are not seen more often than short ones; what came before tells who has come back.
 */
public final class Lives {

    private final Pathway pathway;
    private final Window window;
    private final Observed seen = new Observed();
    private final Map<String, Track> open = new HashMap<>();
    private final Map<String, Left> left = new HashMap<>();

    /** Somebody whose last journey ended in an exit from which people come back. */
    private record Left(ExitId exit, LocalDateTime at) {}

    public Lives(Pathway pathway, Window window) {
        this.pathway = pathway;
        this.window = window;
    }

    /** Takes one event; those of one person's journeys must come in the order of time. */
    public void add(LivedEvent lived) {
        if (!window.isKnown(lived.at())) {
            return;
        }
        seen.events++;
        if (lived.event() instanceof JourneyOpened opened) {
            opened(lived, opened);
            return;
        }
        Track track = open.get(lived.journey());
        if (track != null) {
            follow(lived, track);
        }
    }

    private void opened(LivedEvent lived, JourneyOpened opened) {
        if (!pathway.routes().containsKey(opened.route())) {
            return;
        }
        seen.journeys++;
        Track track = new Track(opened.person(), opened.route(), opened.attributes());
        open.put(lived.journey(), track);
        track.referred = pathway.get(opened.route()).acceptance() ? lived.at() : null;
        if (!isBack(opened, lived.at()) && window.has(lived.at())) {
            Observed.add(
                    seen.came,
                    opened.route(),
                    new Came(lived.at(), opened.sender().kind(), opened.attributes()));
        }
    }

    /** True for somebody who comes back by the way that the exit of their last journey names. */
    private boolean isBack(JourneyOpened opened, LocalDateTime at) {
        Left before = left.get(opened.person());
        if (before == null) {
            return false;
        }
        Exit.Returns returns = pathway.get(before.exit()).returns();
        if (returns == null || !returns.by().equals(opened.route())) {
            return false;
        }
        left.remove(opened.person());
        if (window.has(before.at())) {
            away(before, at, true, opened.attributes());
        }
        return true;
    }

    private void away(Left before, LocalDateTime until, boolean back, Map<String, String> attributes) {
        Observed.add(seen.away, before.exit(), new Stay(Window.hours(before.at(), until), back, attributes, 0));
    }

    private void follow(LivedEvent lived, Track track) {
        LocalDateTime at = lived.at();
        switch (lived.event()) {
            case JourneyEvent.ReferralAccepted e -> answered(track, at, false);
            case JourneyEvent.ReferralDeclined e -> {
                answered(track, at, true);
                open.remove(lived.journey());
            }
            case JourneyEvent.ReferralWithdrawn e -> {
                cut(track, at);
                open.remove(lived.journey());
            }
            case JourneyEvent.JourneyReopened e -> track.referred = at;
            case JourneyEvent.StepRequested e -> track.ready = at;
            case StepStarted e -> started(track, e, at);
            case StepCompleted e -> completed(track, e, at);
            case RequestCancelled e -> track.ready = null;
            case DecisionMade e -> decided(track, e, at);
            case JourneyEnded e -> ended(lived.journey(), track, e, at);
            default -> {}
        }
    }

    private void answered(Track track, LocalDateTime at, boolean declined) {
        LocalDateTime since = track.referred;
        track.referred = null;
        if (since != null && window.has(since)) {
            Observed.add(seen.acceptance, track.route, stay(track, since, at, true));
            int[] counts = seen.declined.computeIfAbsent(track.route, r -> new int[2]);
            counts[0] += declined ? 1 : 0;
            counts[1]++;
        }
    }

    private static Stay stay(Track track, LocalDateTime since, LocalDateTime until, boolean ended) {
        return new Stay(Window.hours(since, until), ended, track.attributes, track.delayAtStart);
    }

    private static void started(Track track, StepStarted e, LocalDateTime at) {
        track.waited(at);
        track.step = e.step();
        track.started = at;
        track.delayAtStart = track.delayDays;
    }

    private void completed(Track track, StepCompleted e, LocalDateTime at) {
        leave(track, at, e.step().equals(track.step));
        track.done = at;
    }

    private void leave(Track track, LocalDateTime at, boolean ended) {
        if (track.step != null && track.started != null && window.has(track.started)) {
            Observed.add(seen.stays, track.step, stay(track, track.started, at, ended));
        }
        track.step = null;
        track.started = null;
    }

    private void decided(Track track, DecisionMade e, LocalDateTime at) {
        if (window.has(at)) {
            Observed.add(seen.choices, e.decision(), new Chosen(e.option(), track.attributes, track.delayDays));
            if (track.done != null) {
                Observed.add(seen.decidedAfter, e.decision(), Window.hours(track.done, at));
            }
        }
        track.done = null;
    }

    private void ended(String journey, Track track, JourneyEnded e, LocalDateTime at) {
        cut(track, at);
        open.remove(journey);
        if (pathway.exits().containsKey(e.exit()) && pathway.get(e.exit()).returns() != null) {
            Left before = left.put(track.person, new Left(e.exit(), at));
            if (before != null && window.has(before.at())) {
                away(before, at, false, track.attributes);
            }
        }
    }

    /** What went on is over, but not by its own end. */
    private void cut(Track track, @Nullable LocalDateTime at) {
        LocalDateTime until = at == null ? window.end() : at;
        leave(track, until, false);
        LocalDateTime since = track.referred;
        if (since != null && window.has(since)) {
            Observed.add(seen.acceptance, track.route, stay(track, since, until, false));
        }
    }

    /** What was seen, once all events are read: whatever still goes on counts as seen until the window closed. */
    Observed close() {
        open.values().forEach(track -> cut(track, null));
        open.clear();
        left.values().stream().filter(l -> window.has(l.at())).forEach(l -> away(l, window.end(), false, Map.of()));
        left.clear();
        return seen;
    }

    Pathway pathway() {
        return pathway;
    }

    Window window() {
        return window;
    }
}
