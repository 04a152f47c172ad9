package uk.homeward.journey.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about one risk of the register that all organisations share. */
public sealed interface RiskEvent extends ChangeEvent {

    /** Whether a score stands for the risk as it is, or for what will be left once it is mitigated as planned. */
    enum Stage {
        BEFORE,
        AFTER
    }

    /**
     * A risk was written down, or written anew.
     *
     * @param programme the programme that it threatens; empty where it threatens the whole system
     * @param cause because of what
     * @param event what may happen
     * @param effect what that would do
     * @param owner a role, never a person; empty where the document names none
     * @param organisation who carries it; empty where the document names none
     * @param measures measures that show whether it is coming
     * @param reviewEvery days between reviews; 0 where the document agrees none
     * @param source where it was first written; empty for one that was raised here
     */
    record RiskDescribed(
            String programme,
            String cause,
            String event,
            String effect,
            String owner,
            String organisation,
            List<String> measures,
            int reviewEvery,
            String source)
            implements RiskEvent {

        public RiskDescribed {
            measures = List.copyOf(measures);
        }
    }

    /** Likelihood and impact, each from 1 (least) to 5. */
    record RiskScored(Stage stage, int likelihood, int impact, String why) implements RiskEvent {}

    /**
     * Something is to make it smaller.
     *
     * @param owner a role, never a person
     */
    record MitigationSet(
            String mitigation,
            String words,
            String owner,
            @Nullable LocalDate due) implements RiskEvent {}

    record MitigationDone(String mitigation, String note) implements RiskEvent {}

    /**
     * It was looked at.
     *
     * @param next the day by which it is looked at again
     */
    record RiskReviewed(String words, LocalDate next) implements RiskEvent {}

    /** One organisation asks another to take the risk over, because it cannot be mitigated where it is. */
    record RiskEscalated(String organisation, String why) implements RiskEvent {}

    record EscalationAnswered(boolean accepted, String words) implements RiskEvent {}

    record RiskClosed(String reason) implements RiskEvent {}

    record RiskReopened(String reason) implements RiskEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record RiskRefused(String command, String code, String why) implements RiskEvent, Refusal {}
}
