package uk.homeward.server.programme;

import java.util.List;
import uk.homeward.journey.source.Fault;

/**
 * What became of a table.
 *
 * @param told rows that said something new, {@code known} rows that did not
 */
public record ImportReport(String file, int told, int known, List<Fault> refused) {

    public ImportReport {
        refused = List.copyOf(refused);
    }
}
