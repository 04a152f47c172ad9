package uk.homeward.journey.event;

import java.util.List;

/** What is told of the pressure on the place; what is done about it is told of the winter plan. */
public sealed interface EscalationEvent extends Event {

    /**
     * The rule found another level.
     *
     * @param level 1 (usual) to 4 (the worst)
     * @param before the level until now
     * @param reasons the indicators that made it so, in words
     */
    record LevelReached(int level, int before, List<String> reasons) implements EscalationEvent {
        public LevelReached {
            reasons = List.copyOf(reasons);
        }
    }

    /** Refused, and kept that it was. */
    record EscalationRefused(String command, String code, String why) implements EscalationEvent, Refusal {}
}
