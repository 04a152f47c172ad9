package uk.homeward.journey.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ProgrammeEvent.ActionClosed;
import uk.homeward.journey.event.ProgrammeEvent.ActionSet;

/** Something that somebody is to do for a programme by a day. */
public record ActionLine(ActionSet set, @Nullable Said<ActionClosed> closed) {

    public boolean isOpen() {
        return closed == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && set.due().isBefore(today);
    }
}
