package uk.homeward.server.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Lines of a pathway that a scenario writes differently, by section, thing and key; the last value of a key counts. */
final class ScenarioLines {

    private final Map<String, Map<String, Map<String, String>>> sections = new LinkedHashMap<>();

    void set(String section, String thing, String key, String value) {
        sections.computeIfAbsent(section, s -> new TreeMap<>())
                .computeIfAbsent(thing, t -> new LinkedHashMap<>())
                .put(key, value);
    }

    /** As YAML, each line after {@code indent}. */
    void write(StringBuilder out, String indent) {
        sections.forEach((section, things) -> {
            out.append(indent).append(section).append(":\n");
            things.forEach((thing, lines) -> {
                out.append(indent).append("  ").append(thing).append(":\n");
                lines.forEach((key, value) -> out.append(indent)
                        .append("    ")
                        .append(key)
                        .append(": ")
                        .append(value)
                        .append('\n'));
            });
        });
    }
}
