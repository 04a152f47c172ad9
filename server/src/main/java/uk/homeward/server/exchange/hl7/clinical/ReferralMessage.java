package uk.homeward.server.exchange.hl7.clinical;

/**
 * A referral (REF).
 *
 * @param identifier by what the sender knows it (RF1-6, else RF1-11, else the message's own id)
 * @param withdrawn true if the sender takes it back (REF^I14)
 * @param urgent true for every priority above routine
 * @param reason why help is asked for, in the sender's words; blank only where it is withdrawn
 * @param referrer who asks; blank if the message does not say
 * @param contact how to ring them; blank if the message does not say
 */
public record ReferralMessage(
        About about,
        String identifier,
        boolean withdrawn,
        boolean urgent,
        String reason,
        String referrer,
        String contact) {}
