package uk.homeward.server.exchange.hl7.adt;

import java.util.Optional;

/** The events of HL7 v2 chapter 3 that Homeward acts on. */
public enum Trigger {
    A01("admitted", Kind.VISIT, "ADT_A01"),
    A02("transferred", Kind.VISIT, "ADT_A02"),
    A03("discharged", Kind.VISIT, "ADT_A03"),
    A04("arrived", Kind.VISIT, "ADT_A01"),
    A08("details updated", Kind.PERSON, "ADT_A01"),
    A11("admission cancelled", Kind.CANCEL, "ADT_A09"),
    A12("transfer cancelled", Kind.CANCEL, "ADT_A12"),
    A13("discharge cancelled", Kind.CANCEL, "ADT_A01"),
    A16("discharge expected", Kind.VISIT, "ADT_A16"),
    A17("beds swapped", Kind.VISIT, "ADT_A17"),
    A28("person added", Kind.PERSON, "ADT_A05"),
    A31("person updated", Kind.PERSON, "ADT_A05"),
    A34("records merged", Kind.MERGE, "ADT_A30"),
    A40("records merged", Kind.MERGE, "ADT_A39");

    /** What an event is about. */
    public enum Kind {
        /** A hospital visit begins, moves or ends. */
        VISIT,
        /** An earlier event of a visit did not happen after all. */
        CANCEL,
        /** Who the person is. */
        PERSON,
        /** Two records are one person. */
        MERGE
    }

    private final String words;
    private final Kind kind;
    private final String structure;

    Trigger(String words, Kind kind, String structure) {
        this.words = words;
        this.kind = kind;
        this.structure = structure;
    }

    /** The event in plain words, such as "admitted". */
    public String words() {
        return words;
    }

    public Kind kind() {
        return kind;
    }

    /** The message structure of version 2.5 (third component of MSH-9). */
    String structure() {
        return structure;
    }

    /** The trigger with this code, such as {@code A01}, if Homeward acts on it. */
    public static Optional<Trigger> find(String code) {
        for (Trigger trigger : values()) {
            if (trigger.name().equalsIgnoreCase(code)) {
                return Optional.of(trigger);
            }
        }
        return Optional.empty();
    }
}
