package uk.homeward.server.exchange.hl7.clinical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and found (OBR with its OBX).
 *
 * @param identifier the filler's number of the order, else the placer's; the same number is the same panel
 * @param status the code in OBR-25; blank if it does not say
 * @param at when the specimen was taken or the finding made; null if it does not say
 * @param notes what was written under it
 */
public record Panel(
        String identifier,
        Code code,
        String status,
        @Nullable Instant at,
        List<Finding> findings,
        List<String> notes) {

    public Panel {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * A coded thing.
     *
     * @param system the FHIR name of the coding system; blank if the sender's own
     */
    public record Code(String system, String code, String words) {

        public boolean isBlank() {
            return code.isBlank() && words.isBlank();
        }
    }

    /**
     * One finding (OBX).
     *
     * @param key tells it from the others of its panel, the same each time it is sent
     * @param flag the interpretation code (OBX-8), such as {@code H}; blank if none
     * @param status the code in OBX-11; blank if it does not say
     */
    public record Finding(
            String key,
            Code code,
            Value value,
            String range,
            String flag,
            String status,
            @Nullable Instant at,
            List<String> notes) {

        public Finding {
            notes = List.copyOf(notes);
        }
    }

    /** What was found. */
    public sealed interface Value {

        /** A number as it was written, with a comparator such as {@code <} or none. */
        record Quantity(String comparator, String number, String unit) implements Value {}

        record Words(String text) implements Value {}

        record Coded(List<Code> codes) implements Value {

            public Coded {
                codes = List.copyOf(codes);
            }
        }

        /** Nothing was found, or nothing that can be shown. */
        record None() implements Value {}
    }
}
