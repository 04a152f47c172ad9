package uk.homeward.foresight.engine;

/** A run that must not be believed: a check failed, people block each other for good, or their number explodes. */
public final class BrokenRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenRun(String message) {
        super(message);
    }
}
