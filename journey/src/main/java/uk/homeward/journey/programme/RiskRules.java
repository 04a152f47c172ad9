package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.RiskEvent.EscalationAnswered;
import uk.homeward.journey.event.RiskEvent.MitigationDone;
import uk.homeward.journey.event.RiskEvent.MitigationSet;
import uk.homeward.journey.event.RiskEvent.RiskClosed;
import uk.homeward.journey.event.RiskEvent.RiskDescribed;
import uk.homeward.journey.event.RiskEvent.RiskEscalated;
import uk.homeward.journey.event.RiskEvent.RiskRefused;
import uk.homeward.journey.event.RiskEvent.RiskReopened;
import uk.homeward.journey.event.RiskEvent.RiskReviewed;
import uk.homeward.journey.event.RiskEvent.RiskScored;
import uk.homeward.journey.event.RiskEvent.Stage;

/**
 * What may be told of a risk.
 *
 * @param measures tells whether a measure is known
 * @param organisations tells whether an organisation is known
 * @param programmes tells whether a programme is known
 * @param today the day on which it is told
 */
public record RiskRules(
        Predicate<String> measures, Predicate<String> organisations, Predicate<String> programmes, LocalDate today) {

    /** No risk sleeps longer than this. */
    public static final int LONGEST_REVIEW = 366;

    /** Why this may not be told; empty if it may. */
    public Optional<Refused> refuses(Risk now, RiskEvent asked) {
        if (!now.isOpen() && !(asked instanceof RiskReopened)) {
            return Optional.of(new Refused("closed", "This risk is closed. Reopen it first, and say why."));
        }
        return Optional.ofNullable(
                switch (asked) {
                    case RiskDescribed e -> described(e);
                    case RiskScored e -> scored(now, e);
                    case MitigationSet e ->
                        e.due() != null && e.due().isBefore(today)
                                ? new Refused(
                                        "due-in-the-past", "The day by which it is due (" + e.due() + ") has gone.")
                                : null;
                    case MitigationDone e -> done(now, e);
                    case RiskReviewed e -> reviewed(e);
                    case RiskEscalated e -> escalated(now, e);
                    case EscalationAnswered e ->
                        now.escalated().isPresent()
                                ? null
                                : new Refused("nothing-to-answer", "Nobody has asked for this risk to be taken over.");
                    case RiskClosed e -> null;
                    case RiskReopened e ->
                        now.isOpen() ? new Refused("already-open", "This risk is open already.") : null;
                    case RiskRefused e -> null;
                });
    }

    private @Nullable Refused described(RiskDescribed e) {
        boolean written = !e.source().isEmpty() && e.reviewEvery() == 0; // in a document that agrees no review
        if ((!written && e.reviewEvery() < 1) || e.reviewEvery() > LONGEST_REVIEW) {
            return new Refused(
                    "review-clock",
                    "A risk is looked at every 1 to " + LONGEST_REVIEW + " days, not (" + e.reviewEvery() + ").");
        }
        if (!e.programme().isEmpty() && !programmes.test(e.programme())) {
            return new Refused(
                    "unknown-programme", "There is no programme (" + e.programme() + "). Choose one of the list.");
        }
        if (!e.organisation().isEmpty() && !organisations.test(e.organisation())) {
            return new Refused(
                    "unknown-organisation",
                    "There is no organisation (" + e.organisation() + "). Choose one of the list.");
        }
        return e.measures().stream()
                .filter(m -> !measures.test(m))
                .findFirst()
                .map(m -> new Refused(
                        "unknown-measure", "There is no measure (" + m + "). Choose one of the place's measures."))
                .orElse(null);
    }

    private static @Nullable Refused scored(Risk now, RiskScored e) {
        if (!Score.fits(e.likelihood()) || !Score.fits(e.impact())) {
            return new Refused("score-from-1-to-5", "Likelihood and impact each run from 1 (least) to 5.");
        }
        int value = e.likelihood() * e.impact();
        Optional<Score> before = now.before();
        if (e.stage() == Stage.AFTER && before.isEmpty()) {
            return new Refused("score-before-first", "Score the risk as it is first; then what will be left.");
        }
        if (e.stage() == Stage.AFTER && value > before.orElseThrow().value()) {
            return new Refused(
                    "mitigation-makes-smaller",
                    "What is left (" + value + ") cannot be more than the risk as it is ("
                            + before.orElseThrow().value() + "). If it has grown, score it anew as it is.");
        }
        return null;
    }

    private static @Nullable Refused done(Risk now, MitigationDone e) {
        Optional<Mitigation> known = now.mitigation(e.mitigation());
        if (known.isEmpty()) {
            return new Refused("unknown-mitigation", "This risk has no mitigation (" + e.mitigation() + ").");
        }
        return known.get().done() != null
                ? new Refused("already-done", "This mitigation has been done already.")
                : null;
    }

    private @Nullable Refused reviewed(RiskReviewed e) {
        if (!e.next().isAfter(today)) {
            return new Refused("review-clock", "The next review (" + e.next() + ") must be after today.");
        }
        return e.next().isAfter(today.plusDays(LONGEST_REVIEW))
                ? new Refused(
                        "review-clock",
                        "The next review (" + e.next() + ") is more than a year away. Choose a day within it.")
                : null;
    }

    private @Nullable Refused escalated(Risk now, RiskEscalated e) {
        if (!organisations.test(e.organisation())) {
            return new Refused(
                    "unknown-organisation",
                    "There is no organisation (" + e.organisation() + "). Choose one of the list.");
        }
        if (e.organisation().equals(now.organisation())) {
            return new Refused("same-organisation", "That organisation carries this risk already. Choose another one.");
        }
        return now.escalated().isPresent()
                ? new Refused("waits-for-an-answer", "An escalation waits for its answer already.")
                : null;
    }
}
