package uk.homeward.server.exchange.hl7.adt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One segment being written: fields by number, separators escaped, empty ends left out. */
final class Line {

    /** What {@code ""} says: there is no value any more. */
    static final String CLEARED = "\"\"";

    private final List<String> fields = new ArrayList<>();

    Line(String name) {
        fields.add(name);
    }

    /** Sets a field to text that is written already. */
    Line set(int field, String written) {
        while (fields.size() <= field) {
            fields.add("");
        }
        fields.set(field, written);
        return this;
    }

    /** One field of components, each escaped, empty ends left out. */
    static String components(String... components) {
        String joined = Arrays.stream(components).map(Line::escaped).collect(Collectors.joining("^"));
        return joined.replaceAll("\\^+$", "");
    }

    static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("~", "\\R\\")
                .replace("&", "\\T\\")
                .replaceAll("[\\r\\n]+", " ");
    }

    @Override
    public String toString() {
        return String.join("|", fields).replaceAll("\\|+$", "");
    }
}
