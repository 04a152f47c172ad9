package uk.homeward.server.exchange.fhir;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * One thing in a resource that cannot be used.
 *
 * @param element where, such as {@code ServiceRequest.subject}; blank if it is the whole body
 * @param what what is wrong; never personal data
 * @param maybe how to mend it; follows the word "Maybe"
 */
record Finding(IssueType code, String element, String what, String maybe) {

    static Finding required(String element, String what, String maybe) {
        return new Finding(IssueType.REQUIRED, element, what, maybe);
    }

    static Finding value(String element, String what, String maybe) {
        return new Finding(IssueType.VALUE, element, what, maybe);
    }

    static Finding structure(String what, String maybe) {
        return new Finding(IssueType.STRUCTURE, "", what, maybe);
    }

    /** The finding as senders and staff read it, without how to mend it. */
    String words() {
        return (element.isBlank() ? "" : element + ": ") + what;
    }
}
