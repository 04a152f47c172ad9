package uk.homeward.server.exchange.hl7;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.homeward.server.exchange.hl7.adt.Trigger;

/** What a message is for, by its type and event. */
sealed interface Purpose {

    /** Admission, discharge, transfer and who somebody is. */
    record Adt(Trigger trigger) implements Purpose {}

    record Refer(boolean withdrawn) implements Purpose {}

    record Report() implements Purpose {}

    List<String> TYPES = List.of("ADT", "REF", "ORU");

    /** True if there are events of this type that are acted on. */
    static boolean isKnown(String type) {
        return TYPES.contains(bare(type));
    }

    static Optional<Purpose> of(String type, String event) {
        return switch (bare(type)) {
            case "ADT" -> Trigger.find(event).map(Adt::new);
            case "REF" ->
                event.equals("I12") || event.equals("I14")
                        ? Optional.of(new Refer(event.equals("I14")))
                        : Optional.empty();
            case "ORU" -> event.equals("R01") ? Optional.of(new Report()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The events of a type that are acted on. */
    static List<String> events(String type) {
        return switch (bare(type)) {
            case "REF" -> List.of("I12", "I14");
            case "ORU" -> List.of("R01");
            default -> Arrays.stream(Trigger.values()).map(Trigger::name).toList();
        };
    }

    /** Without the structure that some senders write into the type ({@code ADT_A01}). */
    private static String bare(String type) {
        int end = type.indexOf('_');
        return end < 0 ? type : type.substring(0, end);
    }
}
