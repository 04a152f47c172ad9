package uk.homeward.server.exchange.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.exchange.hl7.Hl7Door;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.SenderCounts;
import uk.homeward.server.exchange.mllp.MllpCounts;
import uk.homeward.server.exchange.mllp.MllpServer;
import uk.homeward.server.exchange.mllp.MllpSettings;
import uk.homeward.server.time.PlaceTime;

/** Listens for HL7 messages while the server runs. */
@Component
public class Hl7Listener implements SmartLifecycle {

    private static final MllpCounts NOTHING = new MllpCounts(0, 0, 0, 0, 0, 0, 0, 0);

    private final ServerSettings settings;
    private final Hl7Door door;
    private volatile @Nullable MllpServer server;

    Hl7Listener(ServerSettings settings, StoredInbox inbox, MessageReader reader, PlaceTime time) {
        this.settings = settings;
        this.door = new Hl7Door(inbox, reader, time);
    }

    @Override
    public void start() {
        if (settings.mllpPort() < 0) {
            return;
        }
        try {
            server = MllpServer.start(
                    MllpSettings.onLoopback(settings.mllpPort()).withHost(settings.bind()), door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        MllpServer running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** The port in use; -1 while nothing listens. */
    public int port() {
        MllpServer running = server;
        return running == null ? -1 : running.port();
    }

    /** What each sender sent since the start. */
    public List<SenderCounts> senders() {
        return door.counts();
    }

    /** What the listener saw since the start. */
    public MllpCounts connections() {
        MllpServer running = server;
        return running == null ? NOTHING : Objects.requireNonNull(running).counts();
    }
}
