package uk.homeward.journey.packages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.EndReason;
import uk.homeward.journey.event.PackageEvent.PauseReason;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;

/**
 * Something that is given, as it stands.
 *
 * @param stretches what it cost when, the first first; one begins with each change
 * @param waitsFor the role whose approval it waits for; empty if none
 */
public record Element(
        String id,
        ElementKind kind,
        String provider,
        String what,
        Per per,
        List<Stretch> stretches,
        List<Pause> pauses,
        LocalDate review,
        String waitsFor,
        State state) {

    /** From a day on: hours, price and who pays. */
    public record Stretch(LocalDate from, double hoursAWeek, double price, double weekly, List<Share> shares) {
        public Stretch {
            shares = List.copyOf(shares);
        }
    }

    /** @param until the day on which it went on; null while it has not */
    public record Pause(LocalDate from, @Nullable LocalDate until, PauseReason reason, boolean wantsToReturn) {}

    /** How it stands. */
    public sealed interface State {}

    /** Nobody who may agree so much has agreed yet. */
    public record Waits() implements State {}

    public record Given() implements State {}

    public record Paused(Pause pause) implements State {}

    public record Ended(LocalDate on, EndReason reason, String exception) implements State {}

    public record NotApproved(String reason) implements State {}

    public Element {
        stretches = List.copyOf(stretches);
        pauses = List.copyOf(pauses);
    }

    public Stretch now() {
        return stretches.getLast();
    }

    public LocalDate from() {
        return stretches.getFirst().from();
    }

    public boolean isOver() {
        return state instanceof Ended || state instanceof NotApproved;
    }

    public boolean isPaidBy(Funder funder) {
        return now().shares().stream().anyMatch(share -> share.funder() == funder && share.percent() > 0);
    }

    /** True while a place is kept for somebody who is in hospital and wants to come back to it. */
    public boolean isKept() {
        return state instanceof Paused(Pause pause) && pause.wantsToReturn();
    }

    Element with(List<Stretch> changed, String waits) {
        return new Element(id, kind, provider, what, per, changed, pauses, review, waits, state);
    }

    Element with(State next) {
        return new Element(
                id, kind, provider, what, per, stretches, pauses, review, next instanceof Waits ? waitsFor : "", next);
    }

    Element paused(List<Pause> all, State next) {
        return new Element(id, kind, provider, what, per, stretches, all, review, waitsFor, next);
    }
}
