package uk.homeward.insight.risk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An ICD-10 code in one plain form: capitals without a dot, so that {@code g81.4}, {@code G81.4} and {@code G814} are
 * the same. Dagger and asterisk marks and a trailing dash are dropped.
 */
public record Icd10(String code) {

    private static final Pattern PLAIN = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}");
    private static final Pattern DECORATION = Pattern.compile("[.\\s†*+#-]");

    public Icd10 {
        if (!PLAIN.matcher(code).matches()) {
            throw new IllegalArgumentException("The code (" + code
                    + ") is not an ICD-10 code. Maybe: it is of another code system, or its first letter is missing.");
        }
    }

    /** Reads a code as people write it. */
    public static Icd10 of(String written) {
        return find(written)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "The code (" + written
                                        + ") is not an ICD-10 code. Maybe: it is of another code system, or its first letter is missing."));
    }

    /** Reads a code as people write it; empty when it cannot be one. */
    public static Optional<Icd10> find(String written) {
        String plain = DECORATION.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("");
        return PLAIN.matcher(plain).matches() ? Optional.of(new Icd10(plain)) : Optional.empty();
    }

    /** The first three characters. */
    public String category() {
        return code.substring(0, 3);
    }

    @Override
    public String toString() {
        return code.length() > 3 ? category() + "." + code.substring(3) : code;
    }
}
