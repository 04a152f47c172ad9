package uk.homeward.foresight.engine;

/** Hears how far a simulation is, and may stop it; called from the threads that play. */
public interface Listener {

    /** Nobody listens, and nothing is stopped. */
    Listener NONE = (done, of) -> {};

    /** {@code done} of {@code of} replications have ended. */
    void progress(int done, int of);

    /** True if the simulation should stop as soon as it can. */
    default boolean cancelled() {
        return false;
    }
}
