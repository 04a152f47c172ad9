package uk.homeward.server.commandline;

import java.io.PrintWriter;
import uk.homeward.foresight.engine.Listener;

/** Tells on the error stream how far a simulation is, once it takes longer than two seconds. */
final class SimulationProgress implements Listener, AutoCloseable {

    private static final long QUIET = 2_000_000_000L;

    private final PrintWriter err;
    private final long started = System.nanoTime();
    private long told;

    SimulationProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void progress(int done, int of) {
        long now = System.nanoTime();
        if (now - started > QUIET && (now - told > QUIET / 4 || done == of)) {
            told = now;
            err.print("\r" + done + " of " + of + " runs");
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (told != 0) {
            err.println();
            err.flush();
        }
    }
}
