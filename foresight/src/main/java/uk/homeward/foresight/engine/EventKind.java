package uk.homeward.foresight.engine;

/** What happened to a person; each kind says what the event's place and detail are. */
public enum EventKind {
    /** A journey was opened: place is the source; detail is 1 for someone who comes back. */
    OPENED,
    /** The person is ready for a step and has to wait: place is the step. */
    WAITING,
    /** A place is held and the person is on the way: place is the step; detail is 1 for those who waited for it. */
    HELD,
    /**
     * A step began: place is the step. Detail is 1 for those who waited, plus twice the number (from 1) of the step whose
     * place they left by it.
     */
    STARTED,
    /** A step is done: place is the step; detail is 1 if a risk cut it short, plus 2 if its place was left at once. */
    COMPLETED,
    /** A decision was taken: place is the decision, detail the option. */
    DECIDED,
    /** The person gave up waiting or could wait no longer: place is the step, detail the number (from 1) of the step
     * whose place they left by it. */
    LAPSED,
    /** The queue was full: place is the step. */
    TURNED_AWAY,
    /** The journey ended: place is the exit, detail as for {@link #LAPSED}. */
    ENDED
}
