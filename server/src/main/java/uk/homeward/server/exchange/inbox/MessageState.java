package uk.homeward.server.exchange.inbox;

/** What became of a message that was kept. */
public enum MessageState {
    DONE("Done"),
    TO_MEND("Waits to be mended"),
    REJECTED("Rejected"),
    MENDED("Mended"),
    SET_ASIDE("Set aside");

    private final String words;

    MessageState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** True if somebody can still replay, mend or set it aside. */
    public boolean isWaiting() {
        return switch (this) {
            case TO_MEND, REJECTED -> true;
            case DONE, MENDED, SET_ASIDE -> false;
        };
    }
}
