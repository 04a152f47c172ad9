package uk.homeward.foresight.engine;

/** Receives what happens in one replication, in the order of time. */
@FunctionalInterface
public interface EventSink {

    /** Takes a batch; it is reused after this returns. */
    void accept(EventBatch batch);
}
