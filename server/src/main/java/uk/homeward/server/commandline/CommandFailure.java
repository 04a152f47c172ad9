package uk.homeward.server.commandline;

/** A command that cannot do its work; the message says what is wrong and how to mend it. Exit code 1. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CommandFailure(String message) {
        super(message);
    }
}
