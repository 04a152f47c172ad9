package uk.homeward.server.exchange.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.clinical.About;

/** One message while it is applied: who tells it, when, and what was odd. */
final class Applying {

    private final Instant at;
    private final Actor by;
    private final List<Oddity> oddities;

    private Applying(Envelope envelope, @Nullable String organisation, Instant at, List<Oddity> oddities) {
        this.at = at;
        this.by =
                Actor.system("hl7:" + envelope.sender().key(), organisation == null ? ownName(envelope) : organisation);
        this.oddities = new ArrayList<>(oddities);
        if (organisation == null) {
            note("MSH-4", "the sender is not in senders.yaml; it is read by the forgiving profile");
        }
    }

    static Applying of(AdtMessage message) {
        return new Applying(message.envelope(), message.organisation(), message.occurredAt(), message.oddities());
    }

    static Applying of(About about) {
        return new Applying(about.envelope(), about.organisation(), about.at(), about.oddities());
    }

    /** When what is told happened. */
    Instant at() {
        return at;
    }

    Actor by() {
        return by;
    }

    /** The organisation that the profile names; for an unknown sender its own name for itself. */
    String organisation() {
        return by.organisation();
    }

    void note(String where, String what) {
        oddities.add(new Oddity(where, what));
    }

    List<Oddity> oddities() {
        return List.copyOf(oddities);
    }

    private static String ownName(Envelope envelope) {
        String facility = envelope.sender().facility();
        return facility.isBlank() ? "unknown" : facility;
    }
}
