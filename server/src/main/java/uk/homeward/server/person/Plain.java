package uk.homeward.server.person;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of the definitions, such as {@code lives-alone}, as people read them. */
public final class Plain {

    private static final Set<String> SHORT = Set.of("gp", "nhs");

    private Plain() {}

    /** {@code lives-alone} and {@code FACE_TO_FACE} become {@code lives alone} and {@code face to face}. */
    public static String words(String word) {
        return word.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** The same with a capital first letter: {@code Lives alone}. */
    public static String title(String word) {
        return SHORT.contains(word.toLowerCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : capital(words(word));
    }

    /** The text as it is, but with a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code nurse, doctor and therapist}. */
    public static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
