package uk.homeward.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was filled in: a form's fields, or a JSON object of the same names. Text is trimmed; what is missing is empty. */
public record Fields(Map<String, List<String>> values) {

    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, given) -> copy.put(name, filled(given)));
        values = java.util.Collections.unmodifiableMap(copy);
    }

    /** The fields of a JSON object: text, numbers and truth values, and lists of them. */
    public static Fields ofJson(Map<String, Object> json) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        json.forEach((name, value) -> values.put(
                name,
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : value == null ? List.of() : List.of(String.valueOf(value))));
        return new Fields(values);
    }

    /** The first value that is not blank; empty where there is none. */
    public String text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Every value that is not blank. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    private static List<String> filled(List<String> given) {
        List<String> filled = new ArrayList<>();
        for (String value : given) {
            if (value != null && !value.isBlank()) {
                filled.add(value.strip());
            }
        }
        return List.copyOf(filled);
    }
}
