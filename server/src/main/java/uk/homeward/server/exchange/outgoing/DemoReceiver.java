package uk.homeward.server.exchange.outgoing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.mllp.Frame;
import uk.homeward.server.exchange.mllp.MllpServer;
import uk.homeward.server.exchange.mllp.MllpSettings;

/**
 * A system of the demo that is told: made-up out-of-hours doctors on this machine. They refuse one message in fifty, so that the
 * page shows what becomes of it.
 */
@Component
public class DemoReceiver implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReceiver.class);
    private static final int REFUSES = 50;
    private static final int CONTROL_ID = 9;

    private final Subscribers subscribers;
    private final AtomicInteger received = new AtomicInteger();
    private @Nullable MllpServer server;

    DemoReceiver(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** Listens, and is told from now on. */
    public synchronized void begin() {
        try {
            MllpServer started = MllpServer.start(MllpSettings.onLoopback(0), (frame, peer) -> answer(frame));
            server = started;
            subscribers.put(new Subscriber(
                    "demo-out-of-hours",
                    "Out-of-hours doctors (demo)",
                    "demo-out-of-hours",
                    new Subscriber.Mllp("127.0.0.1", started.port(), "OOH", "DEMO"),
                    Set.of(Kind.ADT, Kind.DOCUMENT),
                    Set.of()));
        } catch (IOException e) {
            LOG.warn("The demo's out-of-hours doctors cannot listen: {}", e.getMessage());
        }
    }

    private byte[] answer(Frame frame) {
        String[] header = new String(frame.content(), StandardCharsets.UTF_8).split("\\r", 2)[0].split("\\|", -1);
        String id = header.length > CONTROL_ID ? header[CONTROL_ID] : "";
        String says = received.incrementAndGet() % REFUSES == 0
                ? "AE|" + id + "|The patient is not registered with our service"
                : "AA|" + id;
        return ("MSH|^~\\&|OOH|DEMO|HOMEWARD||||ACK|" + received.get() + "|P|2.4\rMSA|" + says + "\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void destroy() {
        if (server != null) {
            server.close();
        }
    }
}
