package uk.homeward.server.exchange.fhir;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.homeward.journey.event.JourneyEvent.Sender;

/**
 * A referral as it was understood.
 *
 * @param identity by what the sender knows it, {@code system|value}; the same identity is the same referral
 * @param withdrawn true if the sender takes it back
 * @param reason why help is asked for, in the sender's words
 * @param urgency {@code urgent} or {@code routine}
 */
record Referral(String identity, boolean withdrawn, PersonTold person, Sender sender, String reason, String urgency) {

    /** The id of its journey, the same however often it comes. */
    String journey() {
        return journey(identity);
    }

    static String journey(String identity) {
        return UUID.nameUUIDFromBytes(("fhir|" + identity).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
