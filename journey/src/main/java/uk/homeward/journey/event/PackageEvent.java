package uk.homeward.journey.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What is arranged for one person and who pays for it; and what the NHS decided about paying for all of it. */
public sealed interface PackageEvent extends Event {

    /** What an element of a package is. */
    enum ElementKind {
        HOME_CARE("Care at home"),
        RESIDENTIAL("A residential home"),
        NURSING("A nursing home"),
        DAY_CARE("A day centre"),
        RESPITE("A short stay"),
        PERSONAL_ASSISTANT("A personal assistant"),
        EQUIPMENT("Equipment"),
        OTHER("Something else");

        private final String words;

        ElementKind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What one price buys. */
    enum Per {
        HOUR("an hour"),
        DAY("a day"),
        WEEK("a week");

        private final String words;

        Per(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Why something pauses. */
    enum PauseReason {
        HOSPITAL("The person is in hospital"),
        AWAY("The person is away"),
        WISH("The person wishes it"),
        OTHER("Another reason");

        private final String words;

        PauseReason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Why something ends. */
    enum EndReason {
        WISH("The person wishes it"),
        NEED_CHANGED("The need has changed"),
        MOVED("The person moved"),
        DIED("The person died"),
        HOSPITAL("They have been in hospital for long"),
        PROVIDER_STOPS("The provider gives it up"),
        FUNDING_ENDED("The funding ended"),
        OTHER("Another reason");

        private final String words;

        EndReason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What the person said to a personal budget and a direct payment. */
    enum BudgetAnswer {
        DIRECT_PAYMENT("Takes a direct payment"),
        PART("Takes a direct payment for a part"),
        COUNCIL_ARRANGES("Wants it arranged for them"),
        THINKS("Wants to think about it");

        private final String words;

        BudgetAnswer(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A funder's share of a price, in percent. */
    record Share(Funder funder, int percent) {}

    /** @param search the search that found the place; empty if there was none */
    record PackageOpened(String person, String locality, String search, String contact, String phone)
            implements PackageEvent {}

    /**
     * Something is to be given.
     *
     * @param provider the provider's id; empty where it is none of the place's providers
     * @param hoursAWeek for what is paid by the hour
     * @param weekly pounds a week that it comes to
     * @param shares who pays; together 100
     * @param waitsFor whose approval it waits for; empty if whoever added it may agree so much
     */
    record ElementAdded(
            String element,
            ElementKind kind,
            String provider,
            String what,
            double hoursAWeek,
            double price,
            Per per,
            double weekly,
            List<Share> shares,
            LocalDate from,
            LocalDate review,
            String waitsFor)
            implements PackageEvent {
        public ElementAdded {
            shares = List.copyOf(shares);
        }
    }

    record ElementApproved(String element, double weekly) implements PackageEvent {}

    record ElementNotApproved(String element, String reason) implements PackageEvent {}

    /** Hours, price or who pays changed from a day on. */
    record ElementChanged(
            String element,
            double hoursAWeek,
            double price,
            double weekly,
            List<Share> shares,
            LocalDate from,
            String reason,
            String waitsFor)
            implements PackageEvent {
        public ElementChanged {
            shares = List.copyOf(shares);
        }
    }

    /** @param wantsToReturn true if the person wants to go on with it afterwards: then it is kept for them, however long */
    record ElementPaused(String element, LocalDate from, PauseReason reason, boolean wantsToReturn, String words)
            implements PackageEvent {}

    record ElementResumed(String element, LocalDate on) implements PackageEvent {}

    /** @param exception who agreed to end it against the person's wish, and why; empty where it is not against it */
    record ElementEnded(String element, LocalDate on, EndReason reason, String words, String exception)
            implements PackageEvent {}

    record PackageReviewed(String finding, LocalDate next) implements PackageEvent {}

    record BudgetOffered(double weekly, BudgetAnswer answer, String words) implements PackageEvent {}

    /** The NHS is asked whether it pays for all care. */
    record ContinuingCareAsked(String contact, String phone, boolean fastTrack, String why) implements PackageEvent {}

    /** @param byPanel who decided */
    record ContinuingCareDecided(boolean eligible, String reasons, String byPanel) implements PackageEvent {}

    /** The ways in which a decision must be explained. */
    enum Told {
        REASONS("the reasons"),
        CONTACT("whom to ring"),
        OPTIONS("what happens to their care now"),
        REVIEW_RIGHT("how to ask for a review");

        private final String words;

        Told(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The decision was explained to the person, or who speaks for them. */
    record DecisionExplained(String to, String how, Set<Told> told, String options) implements PackageEvent {
        public DecisionExplained {
            told = told.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(told));
        }
    }

    record DecisionAcknowledged(String by) implements PackageEvent {}

    record DecisionReviewAsked(String words) implements PackageEvent {}

    record DecisionReviewed(boolean changed, String reasons) implements PackageEvent {}

    record PackageRefused(String command, String code, String why) implements PackageEvent, Refusal {}
}
