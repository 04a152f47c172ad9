package uk.homeward.journey.event;

import java.util.List;

/** What is told of the pressure on the place and of what is done about it. */
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

    /** Somebody set about an action of the plan. */
    record ActionBegun(String action, String note) implements EscalationEvent {}

    /** An action came to its end, or turned out not to be needed. */
    record ActionEnded(String action, String note) implements EscalationEvent {}

    /** Refused, and kept that it was. */
    record EscalationRefused(String command, String code, String why) implements EscalationEvent, Refusal {}
}
