package uk.homeward.server.programme;

import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.programme.Status;
import uk.homeward.journey.event.ProgrammeEvent.OpinionGiven;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.programme.Said;
import uk.homeward.server.measures.Reading;

/**
 * One outcome of a programme with what its measure says, and beside it what somebody thinks.
 *
 * @param measure null where none is linked
 * @param reading null where it has no figures
 */
public record OutcomeLine(
        OutcomeSet outcome,
        @Nullable Measure measure,
        @Nullable Reading reading,
        Status status,
        @Nullable Said<OpinionGiven> opinion) {

    /** {@code 17.39 per 100,000 adults}, or the paper's words; empty where it says nothing. */
    public String baseline() {
        return words(outcome.baseline(), outcome.baselineSays());
    }

    public String target() {
        return words(outcome.target(), outcome.targetSays());
    }

    private String words(@Nullable Double value, String says) {
        if (value == null) {
            return says;
        }
        String number = Wording.number(value);
        return outcome.unit().equals("%") ? number + "%" : (number + " " + outcome.unit()).strip();
    }
}
