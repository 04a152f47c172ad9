package uk.homeward.server.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a field of a form.
 *
 * @param field the field's name
 * @param message what to do about it, in plain words
 */
public record Fault(String field, String message) {

    /** What is wrong with a field; null where nothing is. */
    public static @Nullable String of(List<Fault> faults, String field) {
        return faults.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }

    /** The first message of each field. */
    public static Map<String, String> byField(List<Fault> faults) {
        Map<String, String> messages = new LinkedHashMap<>();
        faults.forEach(fault -> messages.putIfAbsent(fault.field(), fault.message()));
        return messages;
    }
}
