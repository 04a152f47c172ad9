package uk.homeward.server.exchange.hl7.adt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message, as far as it could be read.
 *
 * @param controlId the sender's id of the message (MSH-10), as received; blank if there was none
 * @param sender who sent it
 * @param receiver to whom it was addressed (MSH-5 and MSH-6)
 * @param type the message type, such as {@code ADT}; blank if unknown
 * @param event the trigger event, such as {@code A01}; blank if unknown
 * @param version the HL7 version as sent, such as {@code 2.3}; blank if there was none
 * @param processing P production, T training, D debugging; blank if there was none
 * @param sentAt when the message was made (MSH-7), if it says so
 */
public record Envelope(
        String controlId,
        Sender sender,
        Sender receiver,
        String type,
        String event,
        String version,
        String processing,
        @Nullable Instant sentAt) {

    /** The message type as HL7 writes it, such as {@code ADT^A01}. */
    public String messageType() {
        return event.isBlank() ? type : type + "^" + event;
    }
}
