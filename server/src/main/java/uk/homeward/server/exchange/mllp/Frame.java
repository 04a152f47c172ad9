package uk.homeward.server.exchange.mllp;

/**
 * The content of one frame, as received.
 *
 * @param content the bytes between the start and the end mark; owned by the frame, not to be changed
 * @param length how many bytes the sender sent; greater than {@code content.length} if the frame was too long
 */
@SuppressWarnings("ArrayRecordComponent") // frames are handed on, never compared
public record Frame(byte[] content, long length) {

    /** True if the frame was longer than allowed, so that only its beginning was kept. */
    public boolean cut() {
        return length > content.length;
    }
}
