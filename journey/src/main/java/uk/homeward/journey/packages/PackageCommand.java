package uk.homeward.journey.packages;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.homeward.journey.event.PackageEvent.BudgetAnswer;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.EndReason;
import uk.homeward.journey.event.PackageEvent.PauseReason;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.PackageEvent.Told;

/** What somebody asks of a package. */
public sealed interface PackageCommand {

    /** The word used in addresses and by scripts. */
    default String word() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    record Open(String person, String locality, String search, String contact, String phone)
            implements PackageCommand {}

    record Add(
            ElementKind kind,
            String provider,
            String what,
            double hoursAWeek,
            double price,
            Per per,
            List<Share> shares,
            LocalDate from)
            implements PackageCommand {
        public Add {
            shares = List.copyOf(shares);
        }
    }

    record Approve(String element) implements PackageCommand {}

    record NotApprove(String element, String reason) implements PackageCommand {}

    record Change(String element, double hoursAWeek, double price, List<Share> shares, LocalDate from, String reason)
            implements PackageCommand {
        public Change {
            shares = List.copyOf(shares);
        }
    }

    record Pause(String element, LocalDate from, PauseReason reason, boolean wantsToReturn, String words)
            implements PackageCommand {}

    record Resume(String element, LocalDate on) implements PackageCommand {}

    record End(String element, LocalDate on, EndReason reason, String words, String exception)
            implements PackageCommand {}

    record Review(String finding, LocalDate next) implements PackageCommand {}

    record OfferBudget(double weekly, BudgetAnswer answer, String words) implements PackageCommand {}

    record AskContinuingCare(String contact, String phone, boolean fastTrack, String why) implements PackageCommand {}

    record DecideContinuingCare(boolean eligible, String reasons, String byPanel) implements PackageCommand {}

    record Explain(String to, String how, Set<Told> told, String options) implements PackageCommand {
        public Explain {
            told = Set.copyOf(told);
        }
    }

    record Acknowledge(String by) implements PackageCommand {}

    record AskReview(String words) implements PackageCommand {}

    record DecideReview(boolean changed, String reasons) implements PackageCommand {}
}
