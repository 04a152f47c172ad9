package uk.homeward.server.exchange.hl7;

/** Where received messages go: the edge between this door and the house. */
public interface Inbox {

    /**
     * Keeps the message as received, then understands and applies it.
     *
     * <p>When this returns, the message is safely kept: an acknowledged message survives a crash. The same message
     * again (same sender, control id and content) is answered as the first time and applied once. A message that cannot
     * be applied is kept, to be mended and replayed. Safe for use by many threads.
     *
     * @throws RuntimeException if the message could not be kept; the sender must send it again
     */
    Receipt receive(Received received);
}
