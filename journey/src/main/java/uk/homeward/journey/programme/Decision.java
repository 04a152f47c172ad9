package uk.homeward.journey.programme;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ProgrammeEvent.DecisionTaken;

/**
 * A decision that a programme needs, or that was taken without having been asked for.
 *
 * @param asked in the words in which it was asked; empty where it was not
 */
public record Decision(String id, String asked, @Nullable Said<DecisionTaken> taken) {

    public boolean isOpen() {
        return taken == null;
    }
}
