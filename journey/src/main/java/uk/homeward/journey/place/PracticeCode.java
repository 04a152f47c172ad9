package uk.homeward.journey.place;

/** The ODS code of a general practice, such as {@code M85006}. */
public record PracticeCode(String value) implements Comparable<PracticeCode> {

    public PracticeCode {
        if (!value.matches("[A-Z0-9]{3,10}")) {
            throw new IllegalArgumentException("an ODS code has 3 to 10 capital letters and digits (" + value
                    + "). Maybe: a space or a lower-case letter slipped in");
        }
    }

    public static PracticeCode of(String value) {
        return new PracticeCode(value);
    }

    @Override
    public int compareTo(PracticeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
