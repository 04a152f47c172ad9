package uk.homeward.journey.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.homeward.journey.place.ProviderKind;

/** What happens while one person looks for a place: what they need and wish, what they were shown and chose, who was asked. */
public sealed interface SearchEvent extends Event {

    /** How soon a place is needed. */
    enum Urgency {
        ROUTINE("Safe where they are"),
        SOON("In hospital, or at risk where they are"),
        URGENT("In the last weeks of life, or nowhere safe to be");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Who said which place it should be. */
    enum Chooser {
        PERSON("The person"),
        FAMILY("Family, with the person's agreement"),
        ADVOCATE("An advocate"),
        BEST_INTERESTS("A best-interests decision");

        private final String words;

        Chooser(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Why a provider does not take somebody. */
    enum DeclineReason {
        CANNOT_MEET_NEED("We cannot meet this need safely", true),
        NO_STAFF("We lack the staff or the hours", true),
        NO_ROOM("Our place has gone", true),
        LIVING_TOGETHER("It would not go well with those who live here", true),
        TOO_FAR("It is too far from our other visits", true),
        PRICE("The fixed price does not cover this need", true),
        DATES("We cannot begin on that day", true),
        NOT_ENOUGH_KNOWN("We asked, and still do not know enough", false),
        OTHER("Another reason", false);

        private final String words;
        private final boolean gap;

        DeclineReason(String words, boolean gap) {
            this.words = words;
            this.gap = gap;
        }

        public String words() {
            return words;
        }

        /** True where the market lacks something. */
        public boolean isGap() {
            return gap;
        }
    }

    /** By whose assessment a provider takes somebody. */
    enum Assessment {
        TRUSTED("The trusted assessor's, under our agreement"),
        OWN("Our own");

        private final String words;

        Assessment(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What a provider must know to decide, in plain words and without a name.
     *
     * @param moves how they move, and who or what helps
     * @param help what they need help with, and how often
     * @param nights what the nights are like
     * @param risks what could go wrong
     * @param matters what matters to them
     */
    record Portrait(String moves, String help, String nights, String risks, String matters) {}

    /**
     * What is looked for.
     *
     * @param setting the kind of care that those who described the need recommend
     * @param essential what a place must be able to do, in the place's words
     * @param desirable what the person wishes for, in the same words
     * @param hoursAWeek visits at home; 0 for a home
     * @param mostPrice pounds a week for a bed or an hour at home; 0 for the place's usual price
     * @param near the outward postcode that it should be near to
     * @param nearWhom who lives there
     * @param mostMinutes no further than so many minutes by car; 0 for any distance
     * @param usual the provider that they have now and wish to keep; empty if none
     * @param partner the person with whom they stay together, each in a place of their own there; empty if nobody
     */
    record Wanted(
            ProviderKind setting,
            List<String> essential,
            List<String> desirable,
            double hoursAWeek,
            LocalDate from,
            Urgency urgency,
            Funder funder,
            double mostPrice,
            String near,
            String nearWhom,
            int mostMinutes,
            String usual,
            Portrait portrait,
            String partner) {

        public Wanted {
            essential = essential.stream().distinct().sorted().toList();
            desirable = desirable.stream().distinct().sorted().toList();
            partner = Objects.requireNonNullElse(partner, ""); // told before couples could be
        }

        /** Somebody who looks alone. */
        public Wanted(
                ProviderKind setting,
                List<String> essential,
                List<String> desirable,
                double hoursAWeek,
                LocalDate from,
                Urgency urgency,
                Funder funder,
                double mostPrice,
                String near,
                String nearWhom,
                int mostMinutes,
                String usual,
                Portrait portrait) {
            this(
                    setting,
                    essential,
                    desirable,
                    hoursAWeek,
                    from,
                    urgency,
                    funder,
                    mostPrice,
                    near,
                    nearWhom,
                    mostMinutes,
                    usual,
                    portrait,
                    "");
        }

        /** True where two people must come to the same place. */
        public boolean forTwo() {
            return !partner.isEmpty();
        }
    }

    /** One place that somebody was shown. */
    record Shown(String provider, int points, String why) {}

    /** @param stay the stay in hospital from which they look; empty if they are elsewhere */
    record SearchOpened(String person, String locality, String stay) implements SearchEvent {}

    /** @param fitting how many services fitted then */
    record NeedDescribedForPlace(Wanted wanted, int fitting) implements SearchEvent {}

    /** @param how in which way: {@code letter}, {@code link}, {@code together} */
    record OptionsShown(String how, List<Shown> options) implements SearchEvent {
        public OptionsShown {
            options = List.copyOf(options);
        }
    }

    /**
     * Somebody chose.
     *
     * @param setting the kind of care that was chosen; {@code recommended} is what was advised
     * @param whyOther why it is another than was recommended; empty where it is not
     * @param topUp who pays what is above the usual price; empty where nothing is
     */
    record PlaceChosen(
            String provider,
            ProviderKind setting,
            ProviderKind recommended,
            String whyOther,
            Chooser chooser,
            String words,
            String topUp)
            implements SearchEvent {}

    /**
     * A provider was asked.
     *
     * @param about who it is, as far as the provider may know before they accept
     * @param price the fixed price
     * @param until when the place is no longer held for them
     */
    record PlaceOffered(String offer, String provider, String about, double price, Instant until)
            implements SearchEvent {}

    record QuestionAsked(String offer, String question) implements SearchEvent {}

    /** @param until the provider's time begins again */
    record QuestionAnswered(String offer, String answer, Instant until) implements SearchEvent {}

    record OfferAccepted(String offer, LocalDate from, Assessment assessment, String note) implements SearchEvent {}

    record OfferDeclined(String offer, DeclineReason reason, String words) implements SearchEvent {}

    /** The offer ended without an answer: the hub took it back, or its time ran out. */
    record OfferTakenBack(String offer, boolean ranOut, String reason) implements SearchEvent {}

    /** Several providers refused: somebody senior owns it from now. */
    record SearchEscalated(int refusals, String to) implements SearchEvent {}

    /** Somebody senior took on what was refused too often. @param plan what they do about it */
    record EscalationTaken(String plan) implements SearchEvent {}

    record PersonPlaced(String provider, LocalDate from) implements SearchEvent {}

    record SearchWithdrawn(String reason) implements SearchEvent {}

    record SearchReopened(String reason) implements SearchEvent {}

    /**
     * A line of the morning's proposal was taken, or something else was done.
     *
     * @param provider what was proposed
     * @param taken true if it was taken
     */
    record ProposalAnswered(String provider, boolean taken, String reason) implements SearchEvent {}

    record SearchRefused(String command, String code, String why) implements SearchEvent, Refusal {}
}
