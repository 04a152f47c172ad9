package uk.homeward.server.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes a name out of a title, for addresses: its first words, and a number where that is taken. */
final class Names {

    private static final List<String> SMALL =
            List.of("the", "of", "and", "to", "a", "in", "for", "with", "by", "on", "is", "are", "or", "at", "as");
    private static final int WORDS = 6;

    private Names() {}

    static String of(String title, Predicate<String> taken) {
        List<String> words = Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(w -> !w.isEmpty() && !SMALL.contains(w))
                .limit(WORDS)
                .toList();
        String name = words.isEmpty() ? "new" : String.join("-", words);
        String free = name;
        for (int n = 2; taken.test(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }
}
