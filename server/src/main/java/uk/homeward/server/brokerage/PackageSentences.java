package uk.homeward.server.brokerage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.packages.CarePackage;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.person.Sentence.Tone;
import uk.homeward.server.person.Sentences;

/** What happened to a package, in words. */
@Component
class PackageSentences {

    private final Openings openings;

    PackageSentences(Openings openings) {
        this.openings = openings;
    }

    /** Newest first. */
    List<Sentence> of(CarePackage carePackage) {
        return carePackage.told().stream()
                .map(r -> sentence(carePackage, r))
                .sorted(Comparator.comparing(Sentence::sequence).reversed())
                .toList();
    }

    private Sentence sentence(CarePackage p, Recorded<PackageEvent> r) {
        return switch (r.event()) {
            case PackageEvent.PackageOpened e -> say(r, Tone.STEP, "The package was opened", "To ring: " + e.contact());
            case PackageEvent.ElementAdded e ->
                say(
                        r,
                        Tone.STEP,
                        e.what() + ", from " + e.from() + ": " + pounds(e.weekly()) + " a week, " + shares(e.shares()),
                        e.waitsFor().isEmpty()
                                ? provider(e.provider())
                                : "Waits for approval: " + PackagePage.role(e.waitsFor()));
            case PackageEvent.ElementApproved e ->
                say(r, Tone.DECISION, what(p, e.element()) + " was agreed at " + pounds(e.weekly()) + " a week", "");
            case PackageEvent.ElementNotApproved e ->
                say(r, Tone.WARNING, what(p, e.element()) + " was not agreed", e.reason());
            case PackageEvent.ElementChanged e ->
                say(
                        r,
                        Tone.DECISION,
                        what(p, e.element()) + " changes from " + e.from() + ": " + pounds(e.weekly()) + " a week, "
                                + shares(e.shares()),
                        e.reason());
            case PackageEvent.ElementPaused e ->
                say(
                        r,
                        Tone.STEP,
                        what(p, e.element()) + " pauses from " + e.from() + ": "
                                + e.reason().words()
                                + (e.wantsToReturn() ? ". They want to go back to it, so it is kept for them" : ""),
                        e.words());
            case PackageEvent.ElementResumed e ->
                say(r, Tone.STEP, what(p, e.element()) + " goes on from " + e.on(), "");
            case PackageEvent.ElementEnded e ->
                say(
                        r,
                        e.exception().isEmpty() ? Tone.DECISION : Tone.WARNING,
                        what(p, e.element()) + " ends on " + e.on() + ": "
                                + e.reason().words(),
                        e.exception().isEmpty() ? e.words() : "Exception to a kept place: " + e.exception());
            case PackageEvent.PackageReviewed e ->
                say(r, Tone.DECISION, "Reviewed; the next on " + e.next(), e.finding());
            case PackageEvent.BudgetOffered e ->
                say(
                        r,
                        Tone.DECISION,
                        "Personal budget of " + pounds(e.weekly()) + " a week and a direct payment offered: "
                                + e.answer().words(),
                        e.words());
            case PackageEvent.ContinuingCareAsked e ->
                say(
                        r,
                        Tone.STEP,
                        (e.fastTrack() ? "Fast track: t" : "T") + "he NHS was asked to pay for all care. To ring: "
                                + e.contact() + ", " + e.phone(),
                        e.why());
            case PackageEvent.ContinuingCareDecided e ->
                say(
                        r,
                        Tone.DECISION,
                        e.byPanel() + " decided: the NHS "
                                + (e.eligible() ? "pays for all care" : "does not pay for all care"),
                        e.reasons());
            case PackageEvent.DecisionExplained e ->
                say(
                        r,
                        Tone.DECISION,
                        "The decision was explained to " + e.to() + (e.how().isBlank() ? "" : ", " + e.how()) + ": "
                                + e.told().stream()
                                        .map(PackageEvent.Told::words)
                                        .collect(Collectors.joining("; ")),
                        e.options());
            case PackageEvent.DecisionAcknowledged e -> say(r, Tone.DECISION, e.by() + " acknowledged it", "");
            case PackageEvent.DecisionReviewAsked e ->
                say(r, Tone.WARNING, "The person asks for a review of the decision", e.words());
            case PackageEvent.DecisionReviewed e ->
                say(
                        r,
                        Tone.DECISION,
                        "The review " + (e.changed() ? "changed" : "confirmed") + " the decision",
                        e.reasons());
            case PackageEvent.PackageRefused e -> say(r, Tone.WARNING, "Not done: " + e.why(), "");
        };
    }

    private static String what(CarePackage p, String element) {
        return p.findElement(element).map(one -> one.what()).orElse(element);
    }

    private String provider(String provider) {
        return provider.isEmpty() ? "" : openings.title(provider);
    }

    static String shares(List<Share> shares) {
        return shares.stream()
                .map(share -> (share.percent() == 100 ? "" : share.percent() + "% ")
                        + share.funder().words().toLowerCase(Locale.UK).replace("nhs", "NHS"))
                .collect(Collectors.joining(", "));
    }

    static String pounds(double pounds) {
        return String.format(Locale.UK, "£%,.2f", pounds);
    }

    private static Sentence say(Recorded<PackageEvent> r, Tone tone, String what, String detail) {
        return new Sentence(r.sequence(), r.occurredAt(), r.recordedAt(), Sentences.by(r.by()), what, detail, tone);
    }
}
