package uk.homeward.foresight.engine;

/** What happened to a person; each kind says what the event's place and detail are. */
public enum EventKind {
    /** A journey was opened: place is the source; detail is 1 for someone who comes back. */
    OPENED,
    /** The person is ready for a step and has to wait: place is the step. */
    WAITING,
    /** A place is held and the person is on the way: place is the step. */
    HELD,
    /** A step began: place is the step. */
    STARTED,
    /** A step is done: place is the step; detail is 1 if a risk cut it short. */
    COMPLETED,
    /** A decision was taken: place is the decision, detail the option. */
    DECIDED,
    /** The person gave up waiting or could wait no longer: place is the step. */
    LAPSED,
    /** The queue was full: place is the step. */
    TURNED_AWAY,
    /** The journey ended: place is the exit. */
    ENDED
}
