package uk.homeward.server.exchange.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.access.User;

/**
 * A bulk export that somebody asked for.
 *
 * @param request the address that was asked
 * @param types the types; empty for all
 * @param since only what came in at or after this; null for all
 * @param group the Group of About.GROUP; null otherwise
 * @param asOf up to when it tells everything; null until it is done
 * @param expiresAt when its files are deleted; null until it is done
 */
record ExportJob(
        String id,
        String request,
        List<String> types,
        @Nullable Instant since,
        About about,
        @Nullable String group,
        User user,
        State state,
        @Nullable Instant asOf,
        @Nullable Instant expiresAt,
        @Nullable String problem) {

    /** Whose facts. */
    enum About {
        ALL,
        PATIENTS,
        GROUP
    }

    /** What became of it. */
    enum State {
        WAITING,
        DONE,
        FAILED,
        CANCELLED,
        EXPIRED
    }
}
