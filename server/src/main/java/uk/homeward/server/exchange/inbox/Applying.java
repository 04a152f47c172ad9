package uk.homeward.server.exchange.inbox;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.Actor;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Oddity;

/** One message while it is applied: who tells it, and what was odd. */
final class Applying {

    private final AdtMessage message;
    private final Actor by;
    private final List<Oddity> oddities;

    Applying(AdtMessage message) {
        this.message = message;
        this.by = Actor.system("hl7:" + message.envelope().sender().key(), organisation(message));
        this.oddities = new ArrayList<>(message.oddities());
        if (message.organisation() == null) {
            note("MSH-4", "the sender is not in senders.yaml; it is read by the forgiving profile");
        }
    }

    AdtMessage message() {
        return message;
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

    private static String organisation(AdtMessage message) {
        if (message.organisation() != null) {
            return message.organisation();
        }
        String facility = message.envelope().sender().facility();
        return facility.isBlank() ? "unknown" : facility;
    }
}
