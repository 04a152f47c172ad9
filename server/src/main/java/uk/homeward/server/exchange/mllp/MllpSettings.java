package uk.homeward.server.exchange.mllp;

import java.time.Duration;

/**
 * How a listener behaves.
 *
 * @param host the address to listen on; loopback unless the user says otherwise
 * @param port the port; 0 takes any free one
 * @param connections the most connections at once; further ones are closed at once and counted
 * @param frameLimit the most bytes of one message
 * @param junkLimit a connection that sends more bytes than this outside of frames is closed
 * @param idle a connection without a message for this long is closed
 * @param stalled a connection that stops in the middle of a message, or does not take its answer, for this long is
 *     closed
 * @param lenience how long to wait for the last carriage return of a frame
 */
public record MllpSettings(
        String host,
        int port,
        int connections,
        int frameLimit,
        int junkLimit,
        Duration idle,
        Duration stalled,
        Duration lenience) {

    public MllpSettings {
        positive("connections", connections);
        positive("frameLimit", frameLimit);
        positive("junkLimit", junkLimit);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port (" + port + ") is not a port. Maybe: 2575");
        }
    }

    /** On loopback: 256 connections, 1 MiB a message, ten minutes idle, half a minute stalled. */
    public static MllpSettings onLoopback(int port) {
        return new MllpSettings(
                "127.0.0.1",
                port,
                256,
                1 << 20,
                1 << 16,
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                Duration.ofMillis(200));
    }

    public MllpSettings withHost(String newHost) {
        return new MllpSettings(newHost, port, connections, frameLimit, junkLimit, idle, stalled, lenience);
    }

    public MllpSettings withLimits(int newConnections, int newFrameLimit, int newJunkLimit) {
        return new MllpSettings(host, port, newConnections, newFrameLimit, newJunkLimit, idle, stalled, lenience);
    }

    public MllpSettings withTimes(Duration newIdle, Duration newStalled) {
        return new MllpSettings(host, port, connections, frameLimit, junkLimit, newIdle, newStalled, lenience);
    }

    private static void positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + what + " (" + value + ") is not positive. Maybe: 1 or more");
        }
    }
}
