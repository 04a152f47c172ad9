package uk.homeward.server.storage;

/** The store cannot be used; the message says why and how to mend it. */
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageFailure(String message) {
        super(message);
    }
}
