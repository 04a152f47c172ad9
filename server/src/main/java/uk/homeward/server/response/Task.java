package uk.homeward.server.response;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do by a moment.
 *
 * @param id the action's, visit's or check's own id within the journey
 * @param owner a role, a user or a name, as it was written
 */
public record Task(
        String journey,
        Kind kind,
        String id,
        String what,
        String owner,
        @Nullable Instant dueAt,
        String name,
        String team) {

    /** The kinds of task that plans hold. */
    public enum Kind {
        ACTION("To do"),
        VISIT("Visit"),
        FOLLOW_UP("Check");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
