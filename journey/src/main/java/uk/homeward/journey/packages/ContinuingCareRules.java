package uk.homeward.journey.packages;

import static uk.homeward.journey.packages.PackageRules.refuse;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.homeward.journey.event.PackageEvent.Told;
import uk.homeward.journey.matching.Ruling.Refused;

/** The rules of a continuing-care case. */
final class ContinuingCareRules {

    private static final Optional<Refused> ALLOWED = Optional.empty();

    private ContinuingCareRules() {}

    static Optional<Refused> hasAContact(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.AskContinuingCare ask
                        && (ask.contact().isBlank() || ask.phone().isBlank())
                ? refuse("contact-missing", "Name the one person whom they can ring about it, with a telephone number.")
                : ALLOWED;
    }

    static Optional<Refused> asksOnce(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.AskContinuingCare
                        && p.continuingCare()
                                .filter(care -> !care.isDecided() || care.isUnderReview())
                                .isPresent()
                ? refuse(
                        "already-asked",
                        "This was asked, and is not decided yet. Ring "
                                + p.continuingCare().orElseThrow().contact() + ".")
                : ALLOWED;
    }

    /** A routine review of somebody for whom the NHS pays is a decision too. */
    static Optional<Refused> decidesWhatWasAsked(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.DecideContinuingCare
                        && p.continuingCare().isEmpty()
                ? refuse("not-asked", "Nobody asked for continuing care. Ask first, with a named contact.")
                : ALLOWED;
    }

    static Optional<Refused> decisionHasReasons(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.DecideContinuingCare decide
                        && (decide.reasons().isBlank() || decide.byPanel().isBlank())
                ? refuse("reasons-missing", "Write who decided and why, so that the person can be told.")
                : ALLOWED;
    }

    static Optional<Refused> explainsADecision(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.Explain
                        && p.continuingCare()
                                .filter(ContinuingCareCase::isDecided)
                                .isEmpty()
                ? refuse("not-decided", "There is no decision yet that could be explained.")
                : ALLOWED;
    }

    static Optional<Refused> explainsWhole(CarePackage p, PackageCommand c, PackageSituation at) {
        if (!(c instanceof PackageCommand.Explain explain)) {
            return ALLOWED;
        }
        if (explain.to().isBlank()) {
            return refuse("to-whom", "Write to whom it was explained: the person, or who speaks for them.");
        }
        Set<Told> missing = EnumSet.allOf(Told.class);
        missing.removeAll(explain.told());
        boolean options =
                explain.told().contains(Told.OPTIONS) && explain.options().isBlank();
        if (options) {
            return refuse("options-missing", "Write what happens to their care now.");
        }
        return missing.isEmpty()
                ? ALLOWED
                : refuse(
                        "explanation-incomplete",
                        "The explanation lacks: "
                                + missing.stream().sorted().map(Told::words).collect(Collectors.joining("; "))
                                + ". A decision is explained once all of it was told.");
    }

    static Optional<Refused> acknowledgesWhatWasExplained(CarePackage p, PackageCommand c, PackageSituation at) {
        if (!(c instanceof PackageCommand.Acknowledge acknowledge)) {
            return ALLOWED;
        }
        if (p.continuingCare().filter(care -> care.explainedAt() != null).isEmpty()) {
            return refuse("not-explained", "Nothing was explained yet that could be acknowledged.");
        }
        return acknowledge.by().isBlank()
                ? refuse("by-whom", "Write who acknowledged it: the person, or who speaks for them.")
                : ALLOWED;
    }

    static Optional<Refused> reviewInTime(CarePackage p, PackageCommand c, PackageSituation at) {
        if (!(c instanceof PackageCommand.AskReview)) {
            return ALLOWED;
        }
        if (p.continuingCare().filter(ContinuingCareCase::isDecided).isEmpty()) {
            return refuse("not-decided", "There is no decision yet that could be reviewed.");
        }
        Duration limit = Duration.ofDays(at.terms().continuingCare().reviewDays());
        boolean late = p.continuingCare()
                .map(ContinuingCareCase::explainedAt)
                .filter(explained -> at.at().isAfter(explained.plus(limit)))
                .isPresent();
        return late
                ? refuse(
                        "review-late",
                        "More than " + limit.toDays() + " days have passed. Ask for a new assessment instead.")
                : ALLOWED;
    }

    static Optional<Refused> reviewsWhatWasAsked(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.DecideReview
                        && p.continuingCare()
                                .filter(ContinuingCareCase::isUnderReview)
                                .isEmpty()
                ? refuse("no-review", "Nobody asked for a review that is still open.")
                : ALLOWED;
    }
}
