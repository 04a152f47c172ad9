package uk.homeward.server.exchange.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One sender's connection: reads a frame, has it answered, writes the answer, and only then reads on. */
final class Connection implements Runnable {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    /** What the connection is doing, and since when (nanoseconds of the listener's clock). */
    private sealed interface Doing {
        long since();
    }

    private record Waiting(long since) implements Doing {}

    private record Receiving(long since) implements Doing {}

    private record Answering(long since) implements Doing {}

    private record Sending(long since) implements Doing {}

    private final Socket socket;
    private final MllpSettings settings;
    private final MllpAnswering answering;
    private final Tally tally;
    private final LongSupplier nanos;
    private final String peer;
    private final Queue<Frame> whole = new ArrayDeque<>();
    private final FrameDecoder decoder;
    private volatile Doing doing;
    private volatile boolean stopping;

    Connection(Socket socket, MllpSettings settings, MllpAnswering answering, Tally tally, LongSupplier nanos) {
        this.socket = socket;
        this.settings = settings;
        this.answering = answering;
        this.tally = tally;
        this.nanos = nanos;
        this.peer = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        this.decoder = new FrameDecoder(settings.frameLimit(), whole::add);
        this.doing = new Waiting(nanos.getAsLong());
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            converse(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "MLLP connection {0} ended: {1}", peer, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "MLLP connection " + peer + " was closed without an answer", e);
        } finally {
            tally.junkBytes.add(decoder.junk());
            tally.brokenOff.add(decoder.brokenOff() + (decoder.insideFrame() ? 1 : 0));
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        while (!stopping && read(in, buffer)) {
            for (Frame frame = whole.poll(); frame != null; frame = whole.poll()) {
                answer(frame, out);
            }
            doing = decoder.insideFrame() ? new Receiving(nanos.getAsLong()) : new Waiting(nanos.getAsLong());
            if (decoder.junk() > settings.junkLimit()) {
                closeAs("sends no MLLP frames");
            }
        }
    }

    /** Reads once; false at the end of the stream. */
    private boolean read(InputStream in, byte[] buffer) throws IOException {
        try {
            socket.setSoTimeout(
                    decoder.mayBeWhole() ? Math.max(1, (int) settings.lenience().toMillis()) : 0);
            int count = in.read(buffer);
            if (count < 0) {
                decoder.pause();
                return !whole.isEmpty();
            }
            decoder.take(buffer, count);
        } catch (SocketTimeoutException e) {
            decoder.pause();
        }
        return true;
    }

    private void answer(Frame frame, OutputStream out) throws IOException {
        tally.frames.increment();
        boolean answered = false;
        try {
            doing = new Answering(nanos.getAsLong());
            byte[] content = answering.answer(frame, peer);
            doing = new Sending(nanos.getAsLong());
            out.write(framed(content));
            answered = true;
        } finally {
            if (!answered) {
                tally.unanswered.increment();
            }
        }
    }

    static byte[] framed(byte[] content) {
        byte[] framed = new byte[content.length + 3];
        framed[0] = FrameDecoder.START;
        System.arraycopy(content, 0, framed, 1, content.length);
        framed[content.length + 1] = FrameDecoder.END;
        framed[content.length + 2] = FrameDecoder.CARRIAGE_RETURN;
        return framed;
    }

    /** Closes the connection if it has been silent or stuck for too long. */
    void closeIfOverdue() {
        Doing now = doing;
        String why = reasonToClose(now, nanos.getAsLong() - now.since());
        if (why != null) {
            closeAs(why);
        }
    }

    private @Nullable String reasonToClose(Doing now, long lasting) {
        return switch (now) {
            case Waiting w -> lasting > settings.idle().toNanos() ? "idle" : null;
            case Receiving r -> lasting > settings.stalled().toNanos() ? "stalled within a message" : null;
            case Answering a -> null; // ours to finish
            case Sending s -> lasting > settings.stalled().toNanos() ? "does not take its answer" : null;
        };
    }

    /** Lets the message that is being answered finish, and ends; other connections end at once. */
    void stop() {
        stopping = true;
        switch (doing) {
            case Waiting w -> close();
            case Receiving r -> close();
            case Answering a -> {}
            case Sending s -> {}
        }
    }

    private void closeAs(String why) {
        tally.closedByUs.increment();
        LOG.log(System.Logger.Level.INFO, "MLLP connection {0} closed: {1}", peer, why);
        close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing {0}: {1}", peer, e.getMessage());
        }
    }
}
