package uk.homeward.server.exchange.hl7;

/** The three answers of HL7's original acknowledgement mode (table 0008). */
public enum AckCode {
    /** Kept and done. */
    AA,
    /** Kept and understood as HL7, but it cannot be done as it stands: it waits to be mended. */
    AE,
    /** Not HL7, not a kind of message that Homeward acts on, or not kept because of a fault of ours. */
    AR
}
