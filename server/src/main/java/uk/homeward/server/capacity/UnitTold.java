package uk.homeward.server.capacity;

import java.util.List;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.web.Fault;

/** What became of something that was said of a unit. */
sealed interface UnitTold {

    /** The unit as it now stands. */
    record Done(UnitLine unit) implements UnitTold {}

    record Refused(String code, String why) implements UnitTold {}

    /** What was filled in cannot be read; nothing was written. */
    record Faulty(List<Fault> faults) implements UnitTold {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
