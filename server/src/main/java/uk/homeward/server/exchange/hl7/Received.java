package uk.homeward.server.exchange.hl7;

import java.time.Instant;

/**
 * A message as it came in, before anything is understood.
 *
 * @param content the bytes, exactly as received; not to be changed
 * @param length how many bytes were sent; more than {@code content} holds if the message was too long to keep whole
 * @param peer the other side's address
 * @param at when it was received
 */
@SuppressWarnings("ArrayRecordComponent") // messages are handed on, never compared
public record Received(byte[] content, long length, String peer, Instant at) {

    /** A message that was received whole. */
    public static Received whole(byte[] content, String peer, Instant at) {
        return new Received(content, content.length, peer, at);
    }

    /** True if only the beginning was kept. */
    public boolean cut() {
        return length > content.length;
    }
}
