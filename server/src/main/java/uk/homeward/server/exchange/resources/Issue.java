package uk.homeward.server.exchange.resources;

/**
 * Something about a resource that is not as R4 says.
 *
 * @param code FHIR's code of it, such as {@code required}
 * @param element where, such as {@code Patient.contact[0].gender}; blank if it is the whole body
 * @param what what is wrong; never personal data
 * @param refuses true if the resource cannot be kept because of it; otherwise it is kept, and the issue is counted
 */
public record Issue(String code, String element, String what, boolean refuses) {

    static Issue fault(String code, String element, String what) {
        return new Issue(code, element, what, true);
    }

    static Issue finding(String code, String element, String what) {
        return new Issue(code, element, what, false);
    }

    /** The element without the positions in lists, so that the same slip of many resources is one. */
    String path() {
        return element.replaceAll("\\[\\d+]", "");
    }
}
