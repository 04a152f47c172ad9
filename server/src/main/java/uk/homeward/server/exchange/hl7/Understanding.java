package uk.homeward.server.exchange.hl7;

import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Envelope;

/** What became of reading a message. */
public sealed interface Understanding {

    /** The header, as far as it could be read. */
    Envelope envelope();

    /** The message can be applied. */
    record Understood(AdtMessage message) implements Understanding {
        @Override
        public Envelope envelope() {
            return message.envelope();
        }
    }

    /** The message cannot be applied as it stands. */
    record Refused(Envelope envelope, Refusal refusal) implements Understanding {}
}
