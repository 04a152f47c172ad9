package uk.homeward.server.measures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.Rebase;

/**
 * A word on a measure's chart, or a day from which its limits are set anew.
 *
 * @param withdrawnBy who took it back; null while it stands
 */
public record Note(
        long id,
        String measure,
        Kind kind,
        LocalDate day,
        String words,
        String by,
        Instant at,
        @Nullable String withdrawnBy) {

    /** What a note does. */
    public enum Kind {
        ANNOTATION,
        REBASE
    }

    public boolean stands() {
        return withdrawnBy == null;
    }

    Rebase rebase() {
        return new Rebase(day, words);
    }
}
