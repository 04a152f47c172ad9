package uk.homeward.server.exchange.hl7.adt;

/** Administrative sex (PID-8). */
public enum Sex {
    FEMALE("F"),
    MALE("M"),
    OTHER("O"),
    UNKNOWN("U");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The sex with this HL7 or NHS Data Dictionary code (M or 1, F or 2, and others); unknown codes are UNKNOWN. */
    public static Sex of(String code) {
        return switch (code.strip().toUpperCase(java.util.Locale.ROOT)) {
            case "F", "2", "FEMALE" -> FEMALE;
            case "M", "1", "MALE" -> MALE;
            case "O", "A", "9", "I", "OTHER" -> OTHER;
            default -> UNKNOWN;
        };
    }
}
