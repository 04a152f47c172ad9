package uk.homeward.journey.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What we learn about a person. */
public sealed interface PersonEvent extends Event {

    record PersonRegistered(Details details) implements PersonEvent {}

    /** The details as they stand now; replaces the former ones. */
    record PersonDetailsChanged(Details details) implements PersonEvent {}

    /**
     * Who someone is.
     *
     * @param nhsNumber ten digits; null where it is not known
     * @param locality the place's locality
     * @param practice the general practice's code
     * @param residence {@code own-home} or {@code care-home}
     * @param synthetic true for people that were made up for the demo
     */
    record Details(
            @Nullable String nhsNumber,
            String family,
            String given,
            @Nullable LocalDate born,
            String sex,
            String address,
            String postcode,
            String phone,
            String locality,
            String practice,
            String language,
            boolean interpreter,
            String ethnicity,
            boolean livesAlone,
            boolean dementia,
            int frailty,
            String residence,
            boolean synthetic)
            implements java.io.Serializable {

        /** Of somebody of whom nothing is known but, perhaps, their NHS number. */
        public static Details unknown(@Nullable String nhsNumber, boolean synthetic) {
            return new Details(
                    nhsNumber,
                    "",
                    "",
                    null,
                    "unknown",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    false,
                    "",
                    false,
                    false,
                    0,
                    "own-home",
                    synthetic);
        }
    }

    record IdentifierLearned(String system, String value) implements PersonEvent {}

    /** This person's record was found to be the same person as another, which now stands for both. */
    record PersonMerged(String into) implements PersonEvent {}

    record PersonUnmerged(String from) implements PersonEvent {}

    record PersonDied(Instant at) implements PersonEvent {}

    /** What matters to the person, in their own words; shown first. */
    record MattersRecorded(String words) implements PersonEvent {}

    /**
     * A wish, such as the place of care, or who may know what.
     *
     * @param kind {@code place-of-care}, {@code who-may-know}, {@code contact}, {@code other}
     */
    record WishRecorded(String kind, String words) implements PersonEvent {}

    /**
     * What was decided with or for the person about their care, such as whether to attempt resuscitation. The last of its kind
     * holds, until it is ended.
     *
     * @param kind a word of {@link uk.homeward.journey.preferences.DecisionKind}
     * @param decision a word of that kind's choices; blank where the kind has none and the words say it
     * @param decidedBy who decided, as staff know them: the person, or who decided in their best interests
     * @param capacity {@code has}, {@code lacks} or {@code not-assessed}: whether the person could decide this themselves
     * @param consulted who was spoken with; blank where nobody was
     * @param reviewOn when it should be looked at again; null where it holds until it is changed
     */
    record CareDecided(
            String kind,
            String decision,
            String words,
            String decidedBy,
            String capacity,
            String consulted,
            @Nullable LocalDate reviewOn)
            implements PersonEvent {}

    /**
     * The senior clinician who answers for a decision put their name to it.
     *
     * @param decided the sequence number of the decision among what was told of this person
     */
    record CareDecisionEndorsed(String kind, int decided, String clinician) implements PersonEvent {}

    record CareDecisionEnded(String kind, String reason) implements PersonEvent {}

    record CarerNamed(String carer, String name, String relation, String phone, String note) implements PersonEvent {}

    /**
     * Something was done for a carer themselves.
     *
     * @param carer the carer's key; blank where it is nobody who is named
     * @param kind {@code assessment}, {@code break}, {@code money}, {@code advice} or {@code other}
     */
    record CarerSupported(String carer, String kind, String words) implements PersonEvent {}

    /**
     * What the person, or somebody for them, says of their care, asked as the NHS Friends and Family Test asks it.
     *
     * @param answer {@code very-good}, {@code good}, {@code neither}, {@code poor}, {@code very-poor} or {@code not-known}
     */
    record ExperienceTold(String answer, String words) implements PersonEvent {}

    /**
     * Something was done about a person's risk, found on the register.
     *
     * @param action {@code reviewed}, {@code visited}, {@code referred}, {@code planned} or {@code none-needed}
     */
    record RiskActedOn(String action, String words) implements PersonEvent {}

    record AlertRaised(String alert, String words) implements PersonEvent {}

    record AlertCleared(String alert, String reason) implements PersonEvent {}

    /**
     * One answer of the person's story, kept once.
     *
     * @param sure {@code certain}, {@code likely} or {@code unsure}
     * @param repeatReason why it was asked although it was known; null where it was new
     */
    record StoryAnswered(
            String question,
            String answer,
            String sure,
            @Nullable String repeatReason) implements PersonEvent {}
}
