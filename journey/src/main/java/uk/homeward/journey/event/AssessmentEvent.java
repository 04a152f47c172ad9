package uk.homeward.journey.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of one assessment of one person: a form of the place, filled from what is known and from what is asked. */
public sealed interface AssessmentEvent extends Event {

    /** How a question came to be asked. */
    enum Asking {
        /** Nobody had asked it before. */
        NEW,
        /** It had been answered, and the answer was no longer valid. */
        OUTDATED,
        /** It had been answered, and the answer was still valid. */
        AGAIN
    }

    /**
     * Somebody began to fill a form.
     *
     * @param again why, although an assessment stands on which they could rely; null where none did
     */
    record AssessmentBegun(
            String person, String form, @Nullable String again) implements AssessmentEvent {}

    /** Questions were asked, and their answers are in the person's story. */
    record QuestionsAsked(List<Asked> asked) implements AssessmentEvent {

        public QuestionsAsked {
            asked = List.copyOf(asked);
        }
    }

    /** One question that was asked. */
    record Asked(String question, Asking how) {}

    /**
     * The form is whole; the answers are kept as they stood.
     *
     * @param result what follows from the answers, in words; blank where nothing does
     * @param validUntil the last day on which it holds for those who made it
     * @param trusted who else may rely on it
     */
    record AssessmentCompleted(
            String person, List<Answered> answers, String result, LocalDate validUntil, List<Trusted> trusted)
            implements AssessmentEvent {

        public AssessmentCompleted {
            answers = List.copyOf(answers);
            trusted = List.copyOf(trusted);
        }
    }

    /** One answer as it stood: what, how sure, who told it and when. */
    record Answered(String question, String answer, String sure, String toldBy, Instant toldAt) {}

    /** An organisation that may rely on the assessment by an agreement, up to and with a day. */
    record Trusted(String agreement, String organisation, LocalDate until) {}

    /** An organisation took the assessment for its own, instead of making another. */
    record AssessmentReliedOn(String person, String organisation, String agreement) implements AssessmentEvent {}

    /** The receiving side holds the assessment to be flawed. */
    record AssessmentChallenged(String organisation, List<String> questions, String reason) implements AssessmentEvent {

        public AssessmentChallenged {
            questions = List.copyOf(questions);
        }
    }

    /** Those who made the assessment answered. */
    record ChallengeAnswered(boolean upheld, String words) implements AssessmentEvent {}

    record AssessmentWithdrawn(String reason) implements AssessmentEvent {}

    /** Refused, and kept that it was. */
    record AssessmentRefused(String command, String code, String why) implements AssessmentEvent, Refusal {}
}
