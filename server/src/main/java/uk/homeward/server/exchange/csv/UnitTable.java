package uk.homeward.server.exchange.csv;

import java.util.Optional;
import java.util.stream.Stream;

/** A table in which those who speak for units say how these stand. */
public enum UnitTable {
    CAPACITY("capacity"),
    HOURS("hours"),
    OUT_OF_AREA("out-of-area");

    private final String word;

    UnitTable(String word) {
        this.word = word;
    }

    /** The word in addresses, on pages and on the command line. */
    public String word() {
        return word;
    }

    static Optional<UnitTable> find(String word) {
        return Stream.of(values()).filter(table -> table.word.equals(word)).findFirst();
    }
}
