package uk.homeward.server.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the parts of which FHIR resources are made. What is missing or of another shape reads as nothing. */
final class Coded {

    private Coded() {}

    /** The words of a CodeableConcept: its text, else the first display, else the first code. */
    static String words(JsonNode concept) {
        String text = concept.path("text").asString("");
        if (!text.isBlank()) {
            return text.strip();
        }
        for (JsonNode coding : concept.path("coding")) {
            String display = coding.path("display").asString("");
            if (!display.isBlank()) {
                return display.strip();
            }
        }
        return concept.path("coding").path(0).path("code").asString("");
    }

    /** What makes two concepts the same: the first code with its system, else the words. */
    static String key(JsonNode concept) {
        JsonNode coding = concept.path("coding").path(0);
        String code = coding.path("code").asString("");
        return code.isBlank()
                ? words(concept).toLowerCase(Locale.ROOT)
                : coding.path("system").asString("") + "|" + code;
    }

    /** The code of a status that may be told as a code or as a concept. */
    static String code(JsonNode value) {
        return value.isString()
                ? value.asString("")
                : value.path("coding")
                        .path(0)
                        .path("code")
                        .asString(value.path("text").asString(""));
    }

    /** The words of the first of these elements that says anything. */
    static String first(JsonNode resource, String... elements) {
        for (String element : elements) {
            String text = resource.path(element).asString("");
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    /** The first of these elements that is a moment: a date, a date with time, or the beginning of a period. */
    static @Nullable Instant moment(ZoneId zone, JsonNode resource, String... elements) {
        for (String element : elements) {
            JsonNode value = resource.path(element);
            String text = value.isObject() ? value.path("start").asString("") : value.asString("");
            Instant at = moment(zone, text);
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    private static @Nullable Instant moment(ZoneId zone, String text) {
        try {
            return switch (text.length()) {
                case 0 -> null;
                case 4 ->
                    LocalDate.of(Integer.parseInt(text), 1, 1)
                            .atStartOfDay(zone)
                            .toInstant();
                case 7 -> YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant();
                case 10 -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
                default -> OffsetDateTime.parse(text).toInstant();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
