package uk.homeward.server.planning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.engine.Findings;

/**
 * A scenario that somebody made.
 *
 * @param owner the user who made it
 * @param shared true where every planner of the place may see it
 * @param changes their codes
 * @param yaml the file that {@code homeward simulate} takes
 * @param base the same without the changes: the place as it is
 * @param result what came of it; null until it was played
 * @param asIs what comes without the changes, with the same luck; null until it was played
 * @param fault why it could not be played; null where it could
 */
public record SavedScenario(
        String id,
        String title,
        String owner,
        String ownerName,
        boolean shared,
        Instant madeAt,
        List<String> changes,
        String yaml,
        String base,
        int runs,
        long seed,
        int millis,
        @Nullable Findings result,
        @Nullable Findings asIs,
        @Nullable String fault) {

    public SavedScenario {
        changes = List.copyOf(changes);
    }

    public boolean isPlayed() {
        return result != null && asIs != null;
    }
}
