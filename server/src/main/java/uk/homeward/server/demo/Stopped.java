package uk.homeward.server.demo;

import java.util.function.BooleanSupplier;

/** The server is being stopped; what was not finished is given up. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    static void check(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new Stopped();
        }
    }
}
