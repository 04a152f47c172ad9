package uk.homeward.server.exchange.mllp;

/** Whoever understands the messages that a listener receives. */
public interface MllpAnswering {

    /**
     * Answers one frame; called by the connection's own thread, one frame at a time for each connection, and by many
     * connections at once. The connection reads no further until the answer is given: that is the back-pressure.
     *
     * @param frame what was received
     * @param peer the other side's address, for example {@code 127.0.0.1:40312}
     * @return the content of the frame to send back
     * @throws RuntimeException if no answer can be given: the connection is closed, so that the sender keeps its message
     */
    byte[] answer(Frame frame, String peer);
}
