package uk.homeward.journey.capacity;

import java.util.List;
import uk.homeward.journey.event.PoolEvent;

/** What becomes of what a unit says of itself. */
public sealed interface UnitAnswer {

    record Done(List<PoolEvent> facts) implements UnitAnswer {
        public Done {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Not done.
     *
     * @param code a stable word for programs, such as {@code nothing-free}
     * @param why plain words for people, with what to do
     */
    record Refused(String code, String why) implements UnitAnswer {}
}
