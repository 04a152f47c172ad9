package uk.homeward.server.exchange.mllp;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds frames in a stream of bytes, however the network cut it up.
 *
 * <p>A frame is {@code 0x0B content 0x1C 0x0D}. Real senders are less exact, so: bytes between frames are counted and
 * passed over; a missing last {@code 0x0D} is forgiven; an end mark in the middle of the content (not followed by
 * {@code 0x0D} or a new start) belongs to the content; a start mark inside a frame means that the sender broke off and
 * began again. Content beyond the limit is counted but not kept, so memory stays bounded whatever is sent.
 *
 * <p>Not safe for use by several threads.
 */
final class FrameDecoder {

    static final byte START = 0x0B;
    static final byte END = 0x1C;
    static final byte CARRIAGE_RETURN = 0x0D;

    private enum State {
        OUTSIDE,
        INSIDE,
        AFTER_END
    }

    private static final int FIRST_SIZE = 4096;

    private final int limit;
    private final Consumer<Frame> sink;
    private State state = State.OUTSIDE;
    private byte[] content = new byte[0];
    private int kept;
    private long length;
    private long junk;
    private long brokenOff;

    /**
     * @param limit the most bytes of content that are kept, at least 1
     * @param sink is given each whole frame
     */
    FrameDecoder(int limit, Consumer<Frame> sink) {
        if (limit < 1) {
            throw new IllegalArgumentException("The frame limit (" + limit + ") is not positive. Maybe: 1048576");
        }
        this.limit = limit;
        this.sink = sink;
    }

    /** Takes the next {@code count} bytes of the stream. */
    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            take(bytes[i]);
        }
    }

    /** Says that nothing more came for a moment: a frame that only lacks its last carriage return is whole. */
    void pause() {
        if (state == State.AFTER_END) {
            finish();
        }
    }

    /** True while an end mark was seen and the next byte will tell whether it really was the end. */
    boolean mayBeWhole() {
        return state == State.AFTER_END;
    }

    /** True in the middle of a frame. */
    boolean insideFrame() {
        return state != State.OUTSIDE;
    }

    /** Bytes outside of any frame so far; line ends between frames are not counted. */
    long junk() {
        return junk;
    }

    /** Frames that were begun and not ended before the next began. */
    long brokenOff() {
        return brokenOff;
    }

    private void take(byte b) {
        switch (state) {
            case OUTSIDE -> outside(b);
            case INSIDE -> inside(b);
            case AFTER_END -> afterEnd(b);
        }
    }

    private void outside(byte b) {
        if (b == START) {
            begin();
        } else if (b != CARRIAGE_RETURN && b != '\n') {
            junk++;
        }
    }

    private void inside(byte b) {
        switch (b) {
            case START -> {
                brokenOff++;
                begin();
            }
            case END -> state = State.AFTER_END;
            default -> keep(b);
        }
    }

    private void afterEnd(byte b) {
        switch (b) {
            case CARRIAGE_RETURN, '\n' -> finish();
            case START -> {
                finish();
                begin();
            }
            case END -> keep(END); // the earlier one was content; this one may be the end
            default -> {
                keep(END);
                keep(b);
                state = State.INSIDE;
            }
        }
    }

    private void begin() {
        state = State.INSIDE;
        kept = 0;
        length = 0;
    }

    private void keep(byte b) {
        length++;
        if (kept == limit) {
            return;
        }
        if (kept == content.length) {
            long larger = Math.max(FIRST_SIZE, content.length * 2L);
            content = Arrays.copyOf(content, (int) Math.min(limit, larger));
        }
        content[kept++] = b;
    }

    private void finish() {
        state = State.OUTSIDE;
        Frame frame = new Frame(Arrays.copyOf(content, kept), length);
        if (content.length > 16 * FIRST_SIZE) {
            content = new byte[0]; // a single large message must not hold its memory for the connection's life
        }
        sink.accept(frame);
    }
}
