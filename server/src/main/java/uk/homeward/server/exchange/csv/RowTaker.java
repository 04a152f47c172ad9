package uk.homeward.server.exchange.csv;

import java.util.List;

/** Takes the rows of one kind of table. */
interface RowTaker {

    String kind();

    /** Columns that must be there. */
    List<String> required();

    /** Columns that may be there. */
    List<String> optional();

    /**
     * Takes a row, within the caller's transaction; taking it again changes nothing more.
     *
     * @param write false to only say what would become of it
     */
    Report.Receipt take(Row row, boolean write);
}
