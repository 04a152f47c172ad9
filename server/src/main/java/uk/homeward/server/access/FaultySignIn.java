package uk.homeward.server.access;

import java.util.List;

/** The settings for sign-in are wrong; the message names every fault. The server does not start. */
public final class FaultySignIn extends RuntimeException {

    private static final long serialVersionUID = 1;

    FaultySignIn(List<String> faults) {
        super("sign-in cannot be set up:\n  " + String.join("\n  ", faults));
    }
}
