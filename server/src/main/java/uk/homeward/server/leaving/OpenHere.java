package uk.homeward.server.leaving;

/**
 * Something of a person that is still open in this place.
 *
 * @param id its own id; of a part of a package, the package's and the part's with a slash between
 * @param title what it is, in words
 * @param address its page
 */
public record OpenHere(Kind kind, String id, String title, String address) {

    /** What can be open. */
    public enum Kind {
        JOURNEY,
        SEARCH,
        HOLD,
        PACKAGE,
        CONTINUING_CARE,
        ASSESSMENT,
        PRESCRIPTION,
        TASK
    }
}
