package uk.homeward.server.assessment;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.Form;

/**
 * A form beside one person.
 *
 * @param known how many of its questions need not be asked
 * @param open the assessment that somebody fills now; null if nobody does
 * @param stands the assessment on which the reader may rely; null if there is none
 */
public record FormLine(
        Form form,
        int known,
        int questions,
        @Nullable Assessment open,
        @Nullable Assessment stands) {}
