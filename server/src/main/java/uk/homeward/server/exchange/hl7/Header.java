package uk.homeward.server.exchange.hl7;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.homeward.server.exchange.hl7.adt.Sender;

/**
 * The header segment, read by hand: an answer must be possible whatever else is wrong with the message.
 *
 * @param delimiters how the message separates its parts
 * @param fields MSH-2 at index 1, MSH-3 at index 2, and so on
 */
record Header(Delimiters delimiters, List<String> fields) {

    static final Header NONE = new Header(Delimiters.USUAL, List.of());

    /** Reads a line; one that is no header reads as {@link #NONE}. */
    static Header of(String line) {
        if (!line.startsWith("MSH") || line.length() < 5 || Character.isLetterOrDigit(line.charAt(3))) {
            return NONE;
        }
        Delimiters delimiters = Delimiters.of(line);
        String[] fields = line.split(Pattern.quote(String.valueOf(delimiters.field())), -1);
        return new Header(delimiters, List.of(fields));
    }

    boolean isNone() {
        return fields.isEmpty();
    }

    /** MSH-{@code number} as received; blank if it is not there. */
    String raw(int number) {
        return number - 1 < fields.size() ? fields.get(number - 1).strip() : "";
    }

    /** One component of MSH-{@code number}, without escape sequences; blank if it is not there. */
    String component(int number, int component) {
        String[] parts = raw(number).split(Pattern.quote(String.valueOf(delimiters.component())), -1);
        return component <= parts.length ? delimiters.unescaped(parts[component - 1].strip()) : "";
    }

    String controlId() {
        return raw(10);
    }

    Sender sender() {
        return new Sender(component(3, 1), component(4, 1));
    }

    Sender receiver() {
        return new Sender(component(5, 1), component(6, 1));
    }

    String type() {
        return component(9, 1).toUpperCase(Locale.ROOT);
    }

    /** The trigger event; also read from the structure (ADT_A01) where a sender leaves the event out. */
    String event() {
        String event = component(9, 2);
        if (event.isBlank() && component(9, 1).contains("_")) {
            event = component(9, 1).split("_", 2)[1];
        }
        return event.toUpperCase(Locale.ROOT);
    }

    String processing() {
        return component(11, 1).toUpperCase(Locale.ROOT);
    }

    String version() {
        return component(12, 1);
    }
}
