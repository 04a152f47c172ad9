package uk.homeward.journey.event;

/** What becomes of one action of the winter plan. */
public sealed interface WinterEvent extends ChangeEvent {

    /**
     * The action was set off.
     *
     * @param why what set it off
     */
    record WinterActionStarted(String why) implements WinterEvent {}

    record WinterActionReceived(String organisation) implements WinterEvent {}

    record WinterActionStopped(String note) implements WinterEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record WinterRefused(String command, String code, String why) implements WinterEvent, Refusal {}
}
