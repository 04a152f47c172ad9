package uk.homeward.server.exchange.hl7.adt;

import uk.homeward.journey.person.NhsNumber;

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
     * Judges a number as it was sent.
     *
     * @param number digits, spaces and hyphens allowed; blank if there is none
     * @param verified whether the sender says that the number was verified
     */
    public static NhsNumberStatus of(String number, boolean verified) {
        if (number.isBlank()) {
            return ABSENT;
        }
        if (!NhsNumber.isValid(number)) {
            return IMPOSSIBLE;
        }
        if (NhsNumber.of(number).isDummy()) {
            return PLACEHOLDER;
        }
        return verified ? VERIFIED : UNVERIFIED;
    }
}
