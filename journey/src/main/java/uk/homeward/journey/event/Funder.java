package uk.homeward.journey.event;

/** Who pays for care. */
public enum Funder {
    COUNCIL("The council"),
    NHS("The NHS"),
    SELF("The person themselves"),
    DIRECT_PAYMENT("A direct payment, which the person spends");

    private final String words;

    Funder(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
