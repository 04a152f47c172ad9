package uk.homeward.journey.packages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent.EndReason;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.matching.Ruling.Refused;

/** The rules of a package, in the order in which they are asked. Each is one short method. */
final class PackageRules {

    private static final Optional<Refused> ALLOWED = Optional.empty();

    private static final List<Rule> ALL = List.of(
            PackageRules::opensOnce,
            PackageRules::elementExists,
            PackageRules::elementIsNotOver,
            PackageRules::whatAndHowMuch,
            PackageRules::sharesAreWhole,
            PackageRules::reasonIsGiven,
            PackageRules::limitSuffices,
            PackageRules::nobodyAgreesTheirOwn,
            PackageRules::resumesWhatIsPaused,
            PackageRules::keptPlaceStays,
            PackageRules::nhsFundingEndsExplained,
            PackageRules::reviewIsAhead,
            ContinuingCareRules::hasAContact,
            ContinuingCareRules::asksOnce,
            ContinuingCareRules::decidesWhatWasAsked,
            ContinuingCareRules::decisionHasReasons,
            ContinuingCareRules::explainsADecision,
            ContinuingCareRules::explainsWhole,
            ContinuingCareRules::acknowledgesWhatWasExplained,
            ContinuingCareRules::reviewInTime,
            ContinuingCareRules::reviewsWhatWasAsked);

    private PackageRules() {}

    /** One rule; empty where it allows the command. */
    @FunctionalInterface
    interface Rule {
        Optional<Refused> check(CarePackage carePackage, PackageCommand command, PackageSituation situation);
    }

    static Optional<Refused> check(CarePackage p, PackageCommand c, PackageSituation at) {
        return ALL.stream()
                .map(rule -> rule.check(p, c, at))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Refused> refuse(String code, String why) {
        return Optional.of(new Refused(code, why));
    }

    /** Which element a command is about; empty where it is about none. */
    private static Optional<String> element(PackageCommand command) {
        return switch (command) {
            case PackageCommand.Approve c -> Optional.of(c.element());
            case PackageCommand.NotApprove c -> Optional.of(c.element());
            case PackageCommand.Change c -> Optional.of(c.element());
            case PackageCommand.Pause c -> Optional.of(c.element());
            case PackageCommand.Resume c -> Optional.of(c.element());
            case PackageCommand.End c -> Optional.of(c.element());
            case PackageCommand.Open c -> Optional.empty();
            case PackageCommand.Add c -> Optional.empty();
            case PackageCommand.Review c -> Optional.empty();
            case PackageCommand.OfferBudget c -> Optional.empty();
            case PackageCommand.AskContinuingCare c -> Optional.empty();
            case PackageCommand.DecideContinuingCare c -> Optional.empty();
            case PackageCommand.Explain c -> Optional.empty();
            case PackageCommand.Acknowledge c -> Optional.empty();
            case PackageCommand.AskReview c -> Optional.empty();
            case PackageCommand.DecideReview c -> Optional.empty();
        };
    }

    private static Element of(CarePackage p, PackageCommand c) {
        return p.findElement(element(c).orElseThrow()).orElseThrow();
    }

    private static Optional<Refused> opensOnce(CarePackage p, PackageCommand c, PackageSituation at) {
        if (c instanceof PackageCommand.Open) {
            return p.isOpened() ? refuse("already-open", "This package was opened before.") : ALLOWED;
        }
        return p.isOpened() ? ALLOWED : refuse("no-package", "There is no such package. Maybe: open it first.");
    }

    private static Optional<Refused> elementExists(CarePackage p, PackageCommand c, PackageSituation at) {
        return element(c).filter(id -> p.findElement(id).isEmpty()).isPresent()
                ? refuse("no-element", "There is no such part of this package. Choose one from the list.")
                : ALLOWED;
    }

    private static Optional<Refused> elementIsNotOver(CarePackage p, PackageCommand c, PackageSituation at) {
        return element(c).flatMap(p::findElement).filter(Element::isOver).isPresent()
                ? refuse("element-over", "This part of the package has ended. Add a new one.")
                : ALLOWED;
    }

    private static Optional<Refused> whatAndHowMuch(CarePackage p, PackageCommand c, PackageSituation at) {
        if (c instanceof PackageCommand.Add add) {
            boolean hours = add.per() == Per.HOUR && add.hoursAWeek() <= 0;
            return hours
                    ? refuse("hours-missing", "This is paid by the hour. Write how many hours a week.")
                    : add.price() < 0
                            ? refuse("price-below-zero", "A price is not below zero.")
                            : possible(add.from(), at);
        }
        return c instanceof PackageCommand.Change change
                ? change.price() < 0
                        ? refuse("price-below-zero", "A price is not below zero.")
                        : possible(change.from(), at)
                : ALLOWED;
    }

    private static Optional<Refused> possible(LocalDate from, PackageSituation at) {
        return from.isBefore(at.today().minusDays(365))
                        || from.isAfter(at.today().plusDays(365))
                ? refuse("from-impossible", "That day (" + from + ") is more than a year away. Maybe: check the year.")
                : ALLOWED;
    }

    private static Optional<Refused> sharesAreWhole(CarePackage p, PackageCommand c, PackageSituation at) {
        List<Share> shares = switch (c) {
            case PackageCommand.Add add -> add.shares();
            case PackageCommand.Change change -> change.shares();
            default -> List.of(new Share(Funder.COUNCIL, 100));
        };
        int sum = shares.stream().mapToInt(Share::percent).sum();
        boolean negative = shares.stream().anyMatch(share -> share.percent() < 0);
        return sum == 100 && !negative
                ? ALLOWED
                : refuse("shares-not-whole", "The shares of who pays come to " + sum + "%. Make them 100% together.");
    }

    private static Optional<Refused> reasonIsGiven(CarePackage p, PackageCommand c, PackageSituation at) {
        boolean silent = c instanceof PackageCommand.Change change
                        && change.reason().isBlank()
                || c instanceof PackageCommand.NotApprove not && not.reason().isBlank()
                || c instanceof PackageCommand.Review review && review.finding().isBlank()
                || c instanceof PackageCommand.DecideReview decide
                        && decide.reasons().isBlank()
                || c instanceof PackageCommand.End end
                        && end.reason() == EndReason.OTHER
                        && end.words().isBlank();
        return silent ? refuse("reason-missing", "Write why, in a few words.") : ALLOWED;
    }

    private static Optional<Refused> limitSuffices(CarePackage p, PackageCommand c, PackageSituation at) {
        if (!(c instanceof PackageCommand.Approve || c instanceof PackageCommand.NotApprove)) {
            return ALLOWED;
        }
        Element element = of(p, c);
        if (!(element.state() instanceof Element.Waits)) {
            return refuse("nothing-waits", "Nothing of this waits for approval.");
        }
        double weekly = element.now().weekly();
        return c instanceof PackageCommand.Approve && weekly > at.limit()
                ? refuse(
                        "above-limit",
                        "It comes to £" + Math.round(weekly) + " a week; you may agree up to £" + Math.round(at.limit())
                                + ". Ask: " + at.whoMayAgree(weekly).replace('-', ' ') + ".")
                : ALLOWED;
    }

    private static Optional<Refused> nobodyAgreesTheirOwn(CarePackage p, PackageCommand c, PackageSituation at) {
        if (!(c instanceof PackageCommand.Approve approve)) {
            return ALLOWED;
        }
        boolean own = p.told().reversed().stream()
                .filter(r -> r.event() instanceof uk.homeward.journey.event.PackageEvent.ElementAdded added
                                && added.element().equals(approve.element())
                        || r.event() instanceof uk.homeward.journey.event.PackageEvent.ElementChanged changed
                                && changed.element().equals(approve.element()))
                .findFirst()
                .filter(r -> r.by().user().equals(at.by().user()))
                .isPresent();
        return own ? refuse("own-request", "You asked for this yourself. Somebody else must agree it.") : ALLOWED;
    }

    private static Optional<Refused> resumesWhatIsPaused(CarePackage p, PackageCommand c, PackageSituation at) {
        if (c instanceof PackageCommand.Resume) {
            return of(p, c).state() instanceof Element.Paused
                    ? ALLOWED
                    : refuse("not-paused", "This part is not paused.");
        }
        return c instanceof PackageCommand.Pause && of(p, c).state() instanceof Element.Waits
                ? refuse("not-begun", "This part waits for approval and has not begun.")
                : ALLOWED;
    }

    /** The 10-day rule ends here: a stay in hospital does not cost somebody the provider to whom they want to return. */
    private static Optional<Refused> keptPlaceStays(CarePackage p, PackageCommand c, PackageSituation at) {
        if (!(c instanceof PackageCommand.End end) || !of(p, c).isKept()) {
            return ALLOWED;
        }
        boolean theirs = end.reason() == EndReason.WISH || end.reason() == EndReason.DIED;
        return theirs || !end.exception().isBlank()
                ? ALLOWED
                : refuse(
                        "place-kept",
                        "They want to go back to it, so it is kept for them, however long they are in hospital. If"
                                + " they changed their mind, give that as the reason; else write who agreed to the"
                                + " exception, and why.");
    }

    /** NHS funding ends only once the decision was explained whole and acknowledged, and no review of it goes on. */
    private static Optional<Refused> nhsFundingEndsExplained(CarePackage p, PackageCommand c, PackageSituation at) {
        boolean ends = switch (c) {
            case PackageCommand.End end -> of(p, c).isPaidBy(Funder.NHS) && end.reason() == EndReason.FUNDING_ENDED;
            case PackageCommand.Change change ->
                of(p, c).isPaidBy(Funder.NHS)
                        && nhs(change.shares()) < nhs(of(p, c).now().shares());
            default -> false;
        };
        if (!ends
                || p.continuingCare().filter(ContinuingCareCase::mayEndFunding).isPresent()) {
            return ALLOWED;
        }
        String stands = p.continuingCare().map(ContinuingCareCase::words).orElse("nothing was decided");
        return refuse(
                "funding-not-explained",
                "NHS funding does not end before the decision was explained to the person (reasons, whom to ring, what"
                        + " happens now, how to ask for a review) and they have acknowledged it. It stands so: "
                        + stands
                        + ".");
    }

    private static int nhs(List<Share> shares) {
        return shares.stream()
                .filter(share -> share.funder() == Funder.NHS)
                .mapToInt(Share::percent)
                .sum();
    }

    private static Optional<Refused> reviewIsAhead(CarePackage p, PackageCommand c, PackageSituation at) {
        return c instanceof PackageCommand.Review review && !review.next().isAfter(at.today())
                ? refuse("review-is-past", "The next review lies ahead. Choose a later day.")
                : ALLOWED;
    }
}
