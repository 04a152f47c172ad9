package uk.homeward.journey;

import java.util.regex.Pattern;

/** A name by which something is known; a value of its own type, so that two kinds of names cannot be mixed up. */
public interface Id {

    /** Lower-case words joined by hyphens, as definitions write them. */
    Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    String value();

    /** Refuses a name that is empty or holds other characters than lower-case letters, digits and hyphens. */
    static void requireWords(String kind, String value) {
        if (!WORDS.matcher(value).matches()) {
            throw new IllegalArgumentException(kind + " (" + value + ") is not a name. Maybe: write lower-case words "
                    + "joined by hyphens, such as 'home-enablement'");
        }
    }
}
