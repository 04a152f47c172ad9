package uk.homeward.server.exchange.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Sends messages to a listener and waits for each answer. One thread at a time.
 *
 * <p>Does not reconnect by itself: after an {@link IOException} the caller does not know whether the last message was
 * received, opens a new client, and sends it again.
 */
public final class MllpClient implements AutoCloseable {

    private static final int ANSWER_LIMIT = 1 << 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Queue<Frame> answers = new ArrayDeque<>();
    private final FrameDecoder decoder = new FrameDecoder(ANSWER_LIMIT, answers::add);
    private final byte[] buffer = new byte[8192];

    private MllpClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /**
     * @param patience how long to wait for the connection, and for each answer
     */
    public static MllpClient connect(String host, int port, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
            return new MllpClient(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends one message and returns the content of its answer. */
    public byte[] exchange(byte[] content) throws IOException {
        send(content);
        return receive();
    }

    /** Sends one message without waiting; each is answered in turn, for {@link #receive()}. */
    public void send(byte[] content) throws IOException {
        out.write(Connection.framed(content));
    }

    /** Waits for the next answer. */
    public byte[] receive() throws IOException {
        while (answers.isEmpty()) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new IOException(
                        "The listener closed the connection without an answer. Maybe: connect and send again");
            }
            decoder.take(buffer, count);
            decoder.pause();
        }
        return answers.remove().content();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
