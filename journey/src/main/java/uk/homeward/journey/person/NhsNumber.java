package uk.homeward.journey.person;

/**
 * An NHS number: ten digits, the last of which checks the first nine by modulus 11 (NHS data dictionary).
 *
 * <p>A right check digit does not make a number someone's own: {@link #isDummy()} tells the ones that are typed in for
 * many people. Never merge two people on the number alone.
 *
 * @param value ten digits without spaces
 */
public record NhsNumber(String value) implements Comparable<NhsNumber> {

    private static final int NO_CHECK_DIGIT = 10;

    public NhsNumber {
        if (!isTenDigits(value)) {
            throw new IllegalArgumentException(
                    "an NHS number has ten digits (" + value + "). Maybe: write it as 999 123 4567");
        }
        int expected = checkDigit(value);
        if (expected == NO_CHECK_DIGIT || value.charAt(9) - '0' != expected) {
            throw new IllegalArgumentException("the check digit of the NHS number is wrong (" + value
                    + "). Maybe: a digit was mistyped or two were swapped");
        }
    }

    /** Reads a number with or without spaces and hyphens; refuses anything else with a helpful message. */
    public static NhsNumber of(String text) {
        return new NhsNumber(digits(text));
    }

    /** True where {@link #of} would accept the text. */
    public static boolean isValid(String text) {
        String digits = digits(text);
        return isTenDigits(digits) && checkDigit(digits) == digits.charAt(9) - '0';
    }

    /** True where the nine digits have a check digit at all: one in eleven has none. */
    public static boolean isUsable(int firstNine) {
        return checkDigit(Integer.toString(firstNine)) != NO_CHECK_DIGIT;
    }

    /** The number that begins with these nine digits (100,000,000 to 999,999,999). */
    public static NhsNumber beginningWith(int firstNine) {
        String nine = Integer.toString(firstNine);
        int check = checkDigit(nine);
        if (nine.length() != 9 || check == NO_CHECK_DIGIT) {
            throw new IllegalArgumentException(
                    "no NHS number begins with (" + firstNine + "). Maybe: ask isUsable first");
        }
        return new NhsNumber(nine + check);
    }

    /** True for the range 999 000 0000 to 999 999 9999, which is never given to a real person. */
    public boolean isForTests() {
        return value.startsWith("999");
    }

    /** True for numbers of one repeated digit, such as 9999999999, that stand for "not known" in many records. */
    public boolean isDummy() {
        return value.chars().allMatch(c -> c == value.charAt(0));
    }

    /** The number as people read it: 999 123 4567. */
    public String formatted() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    @Override
    public int compareTo(NhsNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return formatted();
    }

    private static String digits(String text) {
        return text.replaceAll("[\\s\\u00a0-]", "");
    }

    private static boolean isTenDigits(String text) {
        return text.length() == 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** 11 less the weighted sum (10 for the first digit down to 2) modulo 11; 11 counts as 0, and 10 means none. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9 && i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = 11 - sum % 11;
        return check == 11 ? 0 : check;
    }
}
