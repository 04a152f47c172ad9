package uk.homeward.journey.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Short forms of given names. Each line of the table is a name with its short forms and other spellings. */
final class Nicknames {

    private static final Map<String, Set<String>> FORMAL = read();

    private Nicknames() {}

    /** The full name for which a short form most often stands; other names are their own. */
    static String formal(String given) {
        Set<String> formal = FORMAL.get(given);
        return formal == null ? given : formal.iterator().next();
    }

    /** True where both may stand for one full name. */
    static boolean share(String one, String other) {
        return !Collections.disjoint(FORMAL.getOrDefault(one, Set.of(one)), FORMAL.getOrDefault(other, Set.of(other)));
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> formal = new HashMap<>();
        for (String line : text().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> names = List.of(line.strip().split("\\s+"));
                names.forEach(name ->
                        formal.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(names.getFirst()));
            }
        }
        return formal;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
