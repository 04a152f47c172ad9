package uk.homeward.server.exchange.mllp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A listener for framed messages: one virtual thread for each connection, one message at a time on each.
 *
 * <p>The accept loop outlives every fault of a sender and of the network; only {@link #close()} ends it. Idle and
 * stalled connections are closed. Stopping lets messages that are being answered finish.
 */
public final class MllpServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MllpServer.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final int BACKLOG = 128;

    private final MllpSettings settings;
    private final MllpAnswering answering;
    private final ServerSocket listener;
    private final Tally tally = new Tally();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Thread watch;

    private MllpServer(MllpSettings settings, MllpAnswering answering, ServerSocket listener) {
        this.settings = settings;
        this.answering = answering;
        this.listener = listener;
        Thread.ofVirtual().name("mllp-accept").start(this::acceptUntilClosed);
        this.watch = Thread.ofVirtual().name("mllp-watch").start(this::watchUntilClosed);
    }

    /**
     * Binds the address and starts to listen.
     *
     * @throws IOException if the address cannot be bound; the message names it and what to do
     */
    public static MllpServer start(MllpSettings settings, MllpAnswering answering) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw new IOException(
                    "The HL7 listener cannot listen on " + settings.host() + ":" + settings.port() + " ("
                            + e.getMessage() + "). Maybe: another program uses the port; choose one with --mllp-port",
                    e);
        }
        return new MllpServer(settings, answering, listener);
    }

    /** The port in use, also where the settings asked for any free one. */
    public int port() {
        return listener.getLocalPort();
    }

    public MllpCounts counts() {
        return tally.counts(open.size());
    }

    private void acceptUntilClosed() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                if (!listener.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "MLLP accept failed; listening goes on", e);
                    pause(Duration.ofMillis(100)); // for example no file handles: give others the time to end
                }
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        if (open.size() >= settings.connections()) {
            tally.turnedAway.increment();
            socket.close();
            return;
        }
        tally.accepted.increment();
        Connection connection = new Connection(socket, settings, answering, tally, System::nanoTime);
        open.add(connection);
        Thread.ofVirtual().name("mllp-connection").start(() -> {
            try {
                connection.run();
            } finally {
                open.remove(connection);
            }
        });
    }

    private void watchUntilClosed() {
        long shortest = Math.min(settings.idle().toMillis(), settings.stalled().toMillis());
        Duration round = Duration.ofMillis(Math.clamp(shortest / 4, 20, 1000));
        while (!listener.isClosed() && pause(round)) {
            open.forEach(Connection::closeIfOverdue);
        }
    }

    /** Stops listening, lets messages in hand be answered for a few seconds, then closes what is left. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing the listener: {0}", e.getMessage());
        }
        watch.interrupt();
        long end = System.nanoTime() + GRACE.toNanos();
        open.forEach(Connection::stop);
        while (!open.isEmpty() && System.nanoTime() < end && pause(Duration.ofMillis(10))) {
            open.forEach(Connection::stop);
        }
        open.forEach(Connection::close);
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
