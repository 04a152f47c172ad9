package uk.homeward.server.exchange.hl7.adt;

/** How far an NHS number in a message can be relied on. */
public enum NhsNumberStatus {
    /** Its check digit is right and the sender says that it was verified against the national record. */
    VERIFIED,
    /** Its check digit is right; the sender does not say that it was verified. */
    UNVERIFIED,
    /** A placeholder that many people share, such as 9999999999: identifies nobody. */
    PLACEHOLDER,
    /** Not a possible NHS number: wrong length or check digit. */
    IMPOSSIBLE,
    /** The message has none. */
    ABSENT;

    /** True if the number may be used to look a person up (never to merge on it alone). */
    public boolean usable() {
        return switch (this) {
            case VERIFIED, UNVERIFIED -> true;
            case PLACEHOLDER, IMPOSSIBLE, ABSENT -> false;
        };
    }

    /**
     * Judges ten digits by the check digit of the NHS Data Dictionary (modulus 11, weights 10 to 2). A number of ten
     * equal digits passes that check and is in use as a placeholder.
     *
     * @param number digits, spaces and hyphens allowed; blank if there is none
     * @param verified whether the sender says that the number was verified
     */
    public static NhsNumberStatus of(String number, boolean verified) {
        String digits = digits(number);
        if (number.isBlank()) {
            return ABSENT;
        }
        if (!digits.matches("[0-9]{10}") || !checkDigitFits(digits)) {
            return IMPOSSIBLE;
        }
        if (digits.chars().distinct().count() == 1) {
            return PLACEHOLDER;
        }
        return verified ? VERIFIED : UNVERIFIED;
    }

    /** The number without the spaces and hyphens that people write into it. */
    public static String digits(String number) {
        return number.replaceAll("[\\s-]", "");
    }

    private static boolean checkDigitFits(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits.charAt(9) - '0';
    }
}
