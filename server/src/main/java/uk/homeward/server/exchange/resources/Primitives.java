package uk.homeward.server.exchange.resources;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which JSON values R4's primitive types have. */
final class Primitives {

    private static final String DAY = "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?";
    private static final String CLOCK = "T([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?";
    private static final Map<String, Pattern> FORMS = Map.of(
            "date", Pattern.compile(DAY),
            "dateTime", Pattern.compile(DAY + "(" + CLOCK + ")?"),
            "instant", Pattern.compile("\\d{4}-\\d\\d-\\d\\d" + CLOCK),
            "time", Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?"));

    private Primitives() {}

    /** What is wrong with a value of this type; null if nothing is. */
    static @Nullable String wrong(String type, JsonNode value) {
        return switch (type) {
            case "boolean" -> value.isBoolean() ? null : "is not true or false";
            case "integer", "unsignedInt", "positiveInt" ->
                value.isIntegralNumber() && value.canConvertToInt() ? null : "is no whole number";
            case "decimal" -> value.isNumber() ? null : "is no number";
            default -> {
                if (!value.isString()) {
                    yield "is no text between quotation marks";
                }
                @Nullable Pattern form = FORMS.get(type);
                yield form == null || form.matcher(value.asString()).matches() ? null : "is no " + type + " of FHIR";
            }
        };
    }
}
