package uk.homeward.insight.events;

/** Something that cannot be published, or read again, as things are; says what to do. */
public final class PublishingFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PublishingFailure(String what, String maybe) {
        super(what + ". Maybe: " + maybe);
    }

    public PublishingFailure(String what, String maybe, Throwable cause) {
        super(what + ". Maybe: " + maybe, cause);
    }
}
