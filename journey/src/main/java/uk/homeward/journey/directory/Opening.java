package uk.homeward.journey.directory;

/** Whether a service is there at a moment, as far as its entry says it. */
public enum Opening {
    OPEN("Open now"),
    CLOSED("Closed now"),
    /** A bank holiday, of which the entry says nothing. */
    HOLIDAY("A bank holiday: ring and ask"),
    /** The entry says no hours, or only some that have run out. */
    UNKNOWN("Ask when it is open");

    private final String words;

    Opening(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
