package uk.homeward.journey.packages;

import java.util.List;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.matching.Ruling;

/** Answers commands on a package: the rules allow or refuse, and the events say what happened. */
public final class PackageHandling {

    private PackageHandling() {}

    public static Ruling answer(CarePackage carePackage, PackageCommand command, PackageSituation situation) {
        return PackageRules.check(carePackage, command, situation)
                .<Ruling>map(refused -> refused)
                .orElseGet(() -> new Ruling.Done(events(carePackage, command, situation)));
    }

    private static List<Event> events(CarePackage p, PackageCommand command, PackageSituation at) {
        return switch (command) {
            case PackageCommand.Open c ->
                List.of(new PackageEvent.PackageOpened(c.person(), c.locality(), c.search(), c.contact(), c.phone()));
            case PackageCommand.Add c -> List.of(added(p, c, at));
            case PackageCommand.Approve c ->
                List.of(new PackageEvent.ElementApproved(
                        c.element(),
                        p.findElement(c.element()).orElseThrow().now().weekly()));
            case PackageCommand.NotApprove c -> List.of(new PackageEvent.ElementNotApproved(c.element(), c.reason()));
            case PackageCommand.Change c -> List.of(changed(p, c, at));
            case PackageCommand.Pause c ->
                List.of(new PackageEvent.ElementPaused(
                        c.element(), c.from(), c.reason(), c.wantsToReturn(), c.words()));
            case PackageCommand.Resume c -> List.of(new PackageEvent.ElementResumed(c.element(), c.on()));
            case PackageCommand.End c ->
                List.of(new PackageEvent.ElementEnded(c.element(), c.on(), c.reason(), c.words(), c.exception()));
            case PackageCommand.Review c -> List.of(new PackageEvent.PackageReviewed(c.finding(), c.next()));
            case PackageCommand.OfferBudget c ->
                List.of(new PackageEvent.BudgetOffered(c.weekly(), c.answer(), c.words()));
            case PackageCommand.AskContinuingCare c ->
                List.of(new PackageEvent.ContinuingCareAsked(c.contact(), c.phone(), c.fastTrack(), c.why()));
            case PackageCommand.DecideContinuingCare c ->
                List.of(new PackageEvent.ContinuingCareDecided(c.eligible(), c.reasons(), c.byPanel()));
            case PackageCommand.Explain c ->
                List.of(new PackageEvent.DecisionExplained(c.to(), c.how(), c.told(), c.options()));
            case PackageCommand.Acknowledge c -> List.of(new PackageEvent.DecisionAcknowledged(c.by()));
            case PackageCommand.AskReview c -> List.of(new PackageEvent.DecisionReviewAsked(c.words()));
            case PackageCommand.DecideReview c -> List.of(new PackageEvent.DecisionReviewed(c.changed(), c.reasons()));
        };
    }

    /** Pounds a week that a price comes to. */
    public static double weekly(double hours, double price, Per per) {
        return switch (per) {
            case HOUR -> hours * price;
            case DAY -> 7 * price;
            case WEEK -> price;
        };
    }

    private static Event added(CarePackage p, PackageCommand.Add c, PackageSituation at) {
        double weekly = weekly(c.hoursAWeek(), c.price(), c.per());
        return new PackageEvent.ElementAdded(
                "part-" + (p.elements().size() + 1),
                c.kind(),
                c.provider(),
                c.what(),
                c.hoursAWeek(),
                c.price(),
                c.per(),
                weekly,
                c.shares(),
                c.from(),
                c.from().plusDays(at.terms().reviews().firstDays()),
                waitsFor(weekly, at));
    }

    private static Event changed(CarePackage p, PackageCommand.Change c, PackageSituation at) {
        Element element = p.findElement(c.element()).orElseThrow();
        double weekly = weekly(c.hoursAWeek(), c.price(), element.per());
        boolean more = weekly > element.now().weekly();
        return new PackageEvent.ElementChanged(
                c.element(),
                c.hoursAWeek(),
                c.price(),
                weekly,
                c.shares(),
                c.from(),
                c.reason(),
                more ? waitsFor(weekly, at) : "");
    }

    private static String waitsFor(double weekly, PackageSituation at) {
        return weekly <= at.limit() ? "" : at.whoMayAgree(weekly);
    }
}
