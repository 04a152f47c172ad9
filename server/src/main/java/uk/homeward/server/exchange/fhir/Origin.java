package uk.homeward.server.exchange.fhir;

import uk.homeward.journey.event.Actor;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.hl7.adt.Sender;

/** Who sent something: the signed-in user or system, and the organisation they act for. */
record Origin(String user, String organisation) {

    static Origin of(User user) {
        return new Origin(user.id(), user.organisation());
    }

    /** From the key under which a message was kept. */
    static Origin of(String key) {
        int bar = key.lastIndexOf('|');
        return bar < 0 ? new Origin(key, "unknown") : new Origin(key.substring(0, bar), key.substring(bar + 1));
    }

    Sender sender() {
        return new Sender(user, organisation);
    }

    Actor actor() {
        return Actor.system("fhir:" + user, organisation);
    }
}
