package uk.homeward.insight.events;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The published tables. Times ({@code _at}) are UTC, dates ({@code _on}) the place's own; people, journeys and stays are
 * numbers that only the place's key can make. What is not known is null.
 */
public enum FactTable {
    EVENTS("everything that happened, one row for each event, as it was told", Keeping.APPENDED, "", Columns.EVENTS),
    JOURNEYS("one row for each journey, as its events tell it", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.JOURNEYS),
    STEPS("one row for each time in a step", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.STEPS),
    DECISIONS("one row for each decision", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.DECISIONS),
    CLOCKS("one row for each clock of a standard that counts", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.CLOCKS),
    DELAYS("one row for each cause of each delay", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.DELAYS),
    CHECKS("one row for each follow-up that is due or was due", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.CHECKS),
    OUTCOMES("one row for each outcome measured", Keeping.REPLACED, Columns.OF_JOURNEY, Columns.OUTCOMES),
    SPELLS("one row for each hospital stay", Keeping.REPLACED, "", Columns.SPELLS),
    DIAGNOSES("one row for each coded diagnosis of a hospital stay", Keeping.REPLACED, "", Columns.DIAGNOSES),
    DISCHARGES(
            "one row for each stay in hospital of which staff said something on the way out",
            Keeping.REPLACED,
            "",
            Columns.DISCHARGES),
    READY(
            "one row for each time in which a person in hospital was ready to leave, for each cause that held them up",
            Keeping.REPLACED,
            "",
            Columns.READY),
    PEOPLE("one row for each person", Keeping.REPLACED, "", Columns.PEOPLE),
    LOOKS("one row for each look into a person's record", Keeping.REPLACED, "", Columns.LOOKS);

    /** What becomes of rows that are there when new ones come. */
    enum Keeping {
        /** New rows are put beside the old ones. */
        APPENDED,
        /** All rows with the same first column give way. */
        REPLACED
    }

    private final String words;
    private final Keeping keeping;
    private final List<Column> columns;

    FactTable(String words, Keeping keeping, String common, String own) {
        this.words = words;
        this.keeping = keeping;
        this.columns =
                Stream.concat(common.lines(), own.lines()).map(Column::of).toList();
    }

    /** The name in SQL, and of the folder with its files. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a row is. */
    public String words() {
        return words;
    }

    public List<Column> columns() {
        return columns;
    }

    Keeping keeping() {
        return keeping;
    }

    /** The column whose value all rows share that are replaced together. */
    String key() {
        return columns.getFirst().name();
    }
}
