package uk.homeward.server.assessment;

import java.util.List;
import java.util.Optional;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.server.web.Fields;

/** Turns what was sent to an assessment into a command. */
final class Commands {

    static final List<String> WORDS = List.of("complete", "rely", "challenge", "answer-challenge", "withdraw");

    private Commands() {}

    static Optional<AssessmentCommand> read(String word, Fields fields) {
        return switch (word) {
            case "complete" -> Optional.of(new AssessmentCommand.Complete());
            case "rely" -> Optional.of(new AssessmentCommand.Rely());
            case "challenge" ->
                Optional.of(new AssessmentCommand.Challenge(fields.all("questions"), fields.text("reason")));
            case "answer-challenge" ->
                Optional.of(new AssessmentCommand.AnswerChallenge(
                        fields.text("upheld").equals("yes"), fields.text("words")));
            case "withdraw" -> Optional.of(new AssessmentCommand.Withdraw(fields.text("reason")));
            default -> Optional.empty();
        };
    }

    /** What a page says once it is done. */
    static String done(AssessmentCommand command) {
        return switch (command) {
            case AssessmentCommand.Begin c -> "The form is begun.";
            case AssessmentCommand.Ask c -> "The answers are kept.";
            case AssessmentCommand.Complete c -> "The form is complete.";
            case AssessmentCommand.Rely c ->
                "Your organisation relies on this assessment. Nobody has to be asked again.";
            case AssessmentCommand.Challenge c -> "The challenge is kept, and those who made the assessment see it.";
            case AssessmentCommand.AnswerChallenge c -> "The answer is kept.";
            case AssessmentCommand.Withdraw c -> "The form is given up. What was answered stays in the person's story.";
        };
    }
}
