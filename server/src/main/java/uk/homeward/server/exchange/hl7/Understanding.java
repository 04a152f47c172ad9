package uk.homeward.server.exchange.hl7;

import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.clinical.ReferralMessage;
import uk.homeward.server.exchange.hl7.clinical.ResultsMessage;

/** What became of reading a message. */
public sealed interface Understanding {

    /** The header, as far as it could be read. */
    Envelope envelope();

    /** A message that can be applied. */
    sealed interface Usable extends Understanding {}

    /** An ADT message: who came, moved or went, or who somebody is. */
    record Understood(AdtMessage message) implements Usable {
        @Override
        public Envelope envelope() {
            return message.envelope();
        }
    }

    /** A REF message: somebody is referred, or the referral is taken back. */
    record Referred(ReferralMessage message) implements Usable {
        @Override
        public Envelope envelope() {
            return message.about().envelope();
        }
    }

    /** An ORU message: results. */
    record Reported(ResultsMessage message) implements Usable {
        @Override
        public Envelope envelope() {
            return message.about().envelope();
        }
    }

    /** The message cannot be applied as it stands. */
    record Refused(Envelope envelope, Refusal refusal) implements Understanding {}
}
