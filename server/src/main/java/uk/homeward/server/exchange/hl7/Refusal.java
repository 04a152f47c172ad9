package uk.homeward.server.exchange.hl7;

/**
 * Why a message could not be used.
 *
 * @param answer {@link AckCode#AE} or {@link AckCode#AR}
 * @param error the HL7 error code
 * @param where the field at fault, such as {@code PID-3}; blank if it is the whole message
 * @param what what is wrong; never personal data
 * @param maybe how to mend it; follows the word "Maybe"
 */
public record Refusal(AckCode answer, ErrorCode error, String where, String what, String maybe) {

    public Refusal {
        if (answer == AckCode.AA) {
            throw new IllegalArgumentException("A refusal is not AA. Maybe: AE or AR");
        }
    }

    static Refusal notHl7(String what, String maybe) {
        return new Refusal(AckCode.AR, ErrorCode.MESSAGE_TYPE, "MSH", what, maybe);
    }

    static Refusal cannotApply(ErrorCode error, String where, String what, String maybe) {
        return new Refusal(AckCode.AE, error, where, what, maybe);
    }

    /** The refusal as senders and staff read it. */
    public String words() {
        return (where.isBlank() ? "" : where + ": ") + what + ". Maybe: " + maybe;
    }
}
