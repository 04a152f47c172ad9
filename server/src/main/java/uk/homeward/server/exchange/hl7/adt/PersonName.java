package uk.homeward.server.exchange.hl7.adt;

/** A person's usual name; parts that were not sent are blank, but not all of them. */
public record PersonName(String family, String given, String middle, String prefix) {

    public PersonName {
        if (family.isBlank() && given.isBlank() && middle.isBlank()) {
            throw new IllegalArgumentException("A name needs a family or a given name. Maybe: leave the name unsaid");
        }
    }
}
