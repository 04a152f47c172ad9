package uk.homeward.foresight.benefits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** Reads the printed tables from CSV: one row for each body, case and pace, one column for each year. */
public final class PrintedFigures {

    private static final String[] FIXED = {"kind", "body", "case", "pace", "decimals", "source"};

    private PrintedFigures() {}

    /** Reads the figures; throws {@link uk.homeward.journey.source.FaultyDefinition} if any cannot be read. */
    public static List<PrintedFigure> read(Path file) {
        Faults faults = new Faults();
        List<PrintedFigure> figures = of(Csv.read(file, faults));
        faults.throwIfAny();
        return figures;
    }

    static List<PrintedFigure> of(Csv csv) {
        List<PrintedFigure> figures = new ArrayList<>();
        List<String> years = csv.header().stream()
                .filter(name -> !List.of(FIXED).contains(name))
                .toList();
        for (CsvRow row : csv.rows()) {
            years.stream().filter(year -> !row.isBlank(year)).forEach(year -> figures.add(figure(row, year)));
        }
        return figures;
    }

    /** A column is headed {@code 2018/19}, {@code 2022/23+} or {@code full year}. */
    private static PrintedFigure figure(CsvRow row, String column) {
        boolean andOn = column.endsWith("+");
        FinancialYear none = new FinancialYear(1900);
        FinancialYear year = none;
        if (!column.equals("full year")) {
            try {
                year = FinancialYear.parse(andOn ? column.substring(0, column.length() - 1) : column);
            } catch (IllegalArgumentException e) {
                row.fault("the column (" + column + ") is no year", "write 2018/19, 2022/23+ or full year");
            }
        }
        String[] range = row.text(column).split(" to ", 2);
        double low = number(row, range[0]);
        return new PrintedFigure(
                row.choice("kind", PrintedFigure.Kind.class),
                row.text("body"),
                row.choice("case", BenefitCase.class),
                row.optional("pace").equals("half"),
                year,
                andOn,
                low,
                range.length > 1 ? number(row, range[1]) : low,
                row.whole("decimals", 0),
                row.text("source"));
    }

    private static double number(CsvRow row, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            row.fault("this is no number (" + text + ")", "write digits, or a range such as 15 to 16");
            return 0;
        }
    }
}
