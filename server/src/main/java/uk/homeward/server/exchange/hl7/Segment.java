package uk.homeward.server.exchange.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Composite;
import ca.uhn.hl7v2.model.Primitive;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.Varies;
import org.jspecify.annotations.Nullable;

/** One parsed segment; every reading is forgiving: what is not there is blank. */
final class Segment {

    private static final String NULL = "\"\"";

    private final ca.uhn.hl7v2.model.Segment parsed;

    Segment(ca.uhn.hl7v2.model.Segment parsed) {
        this.parsed = parsed;
    }

    String name() {
        return parsed.getName();
    }

    /** How often a field repeats; 0 if it is not there. */
    int repetitions(int field) {
        return values(field).length;
    }

    /** True if the sender wrote {@code ""}: there is no value any more. */
    boolean isCleared(int field) {
        Type[] values = values(field);
        return values.length > 0 && raw(values[0], 1, 1).equals(NULL);
    }

    /** The first component of the field's first repetition. */
    String text(int field) {
        return text(field, 0, 1);
    }

    /** A component of one repetition (counted from 0); {@code ""} reads as blank. */
    String text(int field, int repetition, int component) {
        return text(field, repetition, component, 1);
    }

    String text(int field, int repetition, int component, int subcomponent) {
        Type[] values = values(field);
        if (repetition >= values.length) {
            return "";
        }
        String raw = raw(values[repetition], component, subcomponent);
        return raw.equals(NULL) ? "" : raw;
    }

    private Type[] values(int field) {
        try {
            return field <= parsed.numFields() ? parsed.getField(field) : new Type[0];
        } catch (HL7Exception e) {
            return new Type[0]; // a field that the parser does not know is a field that is not there
        }
    }

    private static String raw(Type value, int component, int subcomponent) {
        Type whole = part(value, component);
        return whole == null ? "" : primitive(part(whole, subcomponent));
    }

    /** A part of a composite, counted from 1, null if it is not there; a simple value is its own first part. */
    private static @Nullable Type part(Type value, int number) {
        Type data = data(value);
        if (data instanceof Composite composite) {
            Type[] parts = composite.getComponents();
            return number <= parts.length ? parts[number - 1] : null;
        }
        return number == 1 ? data : null;
    }

    private static String primitive(@Nullable Type value) {
        return value != null && data(value) instanceof Primitive simple && simple.getValue() != null
                ? MessageText.withoutControls(simple.getValue()).strip() // escape sequences can hide control characters
                : "";
    }

    private static Type data(Type value) {
        return value instanceof Varies varies ? varies.getData() : value;
    }
}
