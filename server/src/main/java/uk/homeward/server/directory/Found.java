package uk.homeward.server.directory;

import java.util.List;
import uk.homeward.journey.directory.Opening;

/**
 * An entry that was found.
 *
 * @param kilometres as the crow flies from the middle of the asked postcode area; not a number where none was asked
 * @param whyNot why it is not for the person who was described; none where nothing speaks against it
 */
public record Found(DirectoryEntry entry, double kilometres, Opening opening, List<String> whyNot) {

    public Found {
        whyNot = List.copyOf(whyNot);
    }

    public boolean isOpen() {
        return opening == Opening.OPEN;
    }
}
