package uk.homeward.journey.place;

import java.util.regex.Pattern;

/** The one form that all ids of a place share. */
final class Ids {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Ids() {}

    static void requireId(String thing, String value) {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("a " + thing + " is named in lower-case letters, digits and hyphens ("
                    + value + "). Maybe: write it like north-east-2");
        }
    }
}
