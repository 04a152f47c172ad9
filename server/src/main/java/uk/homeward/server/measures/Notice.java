package uk.homeward.server.measures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who follows a measure was told.
 *
 * @param email where it is sent as well; blank for nowhere
 * @param sentAt when it was; null while it waits, or is not to be sent
 * @param fault why it could not be sent; null where nothing was wrong
 */
public record Notice(
        long id,
        String measure,
        String words,
        String email,
        Instant madeAt,
        @Nullable Instant sentAt,
        @Nullable String fault,
        @Nullable Instant readAt) {

    /** How far its message is, in words; blank where none is to be sent. */
    public String post() {
        if (email.isEmpty()) {
            return "";
        }
        return sentAt != null ? "sent to " + email : fault != null ? "not sent: " + fault : "to be sent to " + email;
    }
}
