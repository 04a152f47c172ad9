package uk.homeward.foresight.opportunity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** Reads the stated opportunities of a place from CSV, one row each; shares are written in per cent. */
public final class SizingReader {

    private SizingReader() {}

    /** Reads a file; throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault. */
    public static List<Sizing> read(Path file) {
        Faults faults = new Faults();
        Csv csv = Csv.read(file, faults)
                .columns("question", "title", "share", "unit", "low", "high", "cohort", "each", "source");
        List<Sizing> sizings = new ArrayList<>();
        for (CsvRow row : csv.rows()) {
            try {
                sizings.add(sizing(row));
            } catch (IllegalArgumentException e) {
                String[] parts = String.valueOf(e.getMessage()).split("\\. Maybe: ", 2);
                row.fault(parts[0], parts.length > 1 ? parts[1] : "mend the row");
            }
        }
        faults.throwIfAny();
        return sizings;
    }

    private static Sizing sizing(CsvRow row) {
        return new Sizing(
                row.text("question"),
                row.text("title"),
                row.number("share", 0) / 100,
                row.text("unit"),
                row.number("low", 0),
                row.number("high", 0),
                row.isBlank("cohort") ? null : row.number("cohort", 0),
                row.number("each", 0),
                row.text("source"));
    }
}
