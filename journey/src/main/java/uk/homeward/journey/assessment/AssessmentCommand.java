package uk.homeward.journey.assessment;

import java.util.List;
import uk.homeward.journey.event.AssessmentEvent.Asked;

/** What can be told to an assessment. */
public sealed interface AssessmentCommand {

    /**
     * Begins to fill a form.
     *
     * @param again why another is made although one stands; blank where none does
     */
    record Begin(String person, String form, String again) implements AssessmentCommand {}

    /** Keeps that questions were asked; their answers are told to the person. */
    record Ask(List<Asked> asked) implements AssessmentCommand {

        public Ask {
            asked = List.copyOf(asked);
        }
    }

    record Complete() implements AssessmentCommand {}

    /** The actor's organisation takes the assessment for its own. */
    record Rely() implements AssessmentCommand {}

    /**
     * Says that it is flawed.
     *
     * @param questions which of its answers are wrong; none where it is the whole
     */
    record Challenge(List<String> questions, String reason) implements AssessmentCommand {

        public Challenge {
            questions = List.copyOf(questions);
        }
    }

    record AnswerChallenge(boolean upheld, String words) implements AssessmentCommand {}

    record Withdraw(String reason) implements AssessmentCommand {}

    /** The word under which a refusal is kept. */
    default String name() {
        return getClass().getSimpleName();
    }
}
