package uk.homeward.server.exchange.hospitals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.hl7.SenderProfiles;
import uk.homeward.server.exchange.hl7.SenderProfiles.Origin;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.AdtWriter;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.exchange.mllp.MllpClient;

/** The demo's hospitals' line to the listener: one connection, opened when it is needed and again after it broke. */
@Component
class Line {

    private static final System.Logger LOG = System.getLogger(Line.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IntSupplier port;
    private final SenderProfiles profiles;
    private final AdtWriter writer;
    private volatile @Nullable MllpClient client;

    @Autowired
    Line(Hl7Listener listener, SenderProfiles profiles, Place place) {
        this(listener::port, profiles, place);
    }

    /** @param port where the listener is; -1 while it is nowhere */
    Line(IntSupplier port, SenderProfiles profiles, Place place) {
        this.port = port;
        this.profiles = profiles;
        this.writer = new AdtWriter(place.zone(), true);
    }

    /** What became of a message. */
    enum Answer {
        TAKEN,
        REFUSED
    }

    /**
     * Something to tell.
     *
     * @param ward the ward's code; blank where the person is gone
     * @param bed the bed; blank where none is named
     * @param reason why they came; blank where that is not told
     */
    record News(Trigger trigger, Instant at, String visit, String ward, String bed, String site, String reason) {

        /** The same whenever the same is told again, so that the house knows a repetition; within HL7's 20 characters. */
        String controlId() {
            String name = trigger + " " + visit + " " + ward + " " + bed + " " + at;
            long number = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .getMostSignificantBits();
            return "D" + Long.toUnsignedString(number, 36).toUpperCase(Locale.ROOT);
        }
    }

    /** True if the hospital of this site sends messages. */
    boolean isOf(String site) {
        return profiles.findOrigin(site).isPresent();
    }

    /**
     * Tells the listener.
     *
     * @throws IOException if it cannot be reached, or breaks off before it answers: nobody knows whether it has heard
     */
    synchronized Answer tell(News news, @Nullable Patient patient) throws IOException {
        Optional<Origin> origin = profiles.findOrigin(news.site());
        if (patient == null || !patient.isNamedSafely() || origin.isEmpty()) {
            return Answer.REFUSED; // a hospital that sends no messages, or somebody it could not name safely
        }
        AdtMessage message = Drafting.message(news, patient, origin.get());
        byte[] answer = connected().exchange(writer.write(message).getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8).contains("\rMSA|AA|") ? Answer.TAKEN : Answer.REFUSED;
    }

    private MllpClient connected() throws IOException {
        MllpClient connected = client;
        if (connected == null) {
            if (port.getAsInt() < 0) {
                throw new IOException("Nothing listens for messages. Maybe: try again when the server has started");
            }
            connected = MllpClient.connect("127.0.0.1", port.getAsInt(), PATIENCE);
            client = connected;
        }
        return connected;
    }

    /** Closes the connection; whoever waits for an answer on it waits no longer. */
    void hangUp() {
        try {
            MllpClient connected = client;
            client = null;
            if (connected != null) {
                connected.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing the demo's connection", e);
        }
    }
}
