package uk.homeward.server.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to hear of a measure.
 *
 * @param email where to write as well; blank for notices on the pages alone
 * @param toldOf the first day of the last week that they were told of; null for none yet
 */
public record Subscription(
        String userId,
        String measure,
        Rhythm rhythm,
        String email,
        @Nullable LocalDate toldOf) {

    /** When they hear of it. */
    public enum Rhythm {
        CHANGE("Only when it changed beyond chance"),
        WEEK("Every week");

        private final String words;

        Rhythm(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
