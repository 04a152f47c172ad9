package uk.homeward.journey.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.Id;
import uk.homeward.journey.event.BaselineEvent.FigureNamed;
import uk.homeward.journey.event.BaselineEvent.FigureTold;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Fault;
import uk.homeward.journey.source.Faults;

/** Reads a table of figures of the market, the workforce and the estate. Rows at fault are refused, the others go on. */
public record BaselineTable(List<Row> rows, List<Fault> refused) {

    /** The areas that a figure can be of. */
    public static final List<String> THEMES = List.of("market", "workforce", "estates");

    private static final String[] COLUMNS = {
        "id",
        "theme",
        "topic",
        "title",
        "area",
        "unit",
        "period",
        "value",
        "says",
        "comparator",
        "compared_with",
        "source",
        "told_on"
    };

    public BaselineTable {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /** One figure for one period; {@code toldOn} is null where the table does not say. */
    public record Row(
            String id,
            FigureNamed named,
            FigureTold told,
            @Nullable LocalDate toldOn) {}

    /**
     * Reads the text of a file.
     *
     * @param file the name that faults will carry
     * @param today no figure can have been told after it
     */
    public static BaselineTable parse(String file, String text, LocalDate today) {
        Faults whole = new Faults();
        Csv csv = Csv.parse(file, text, whole).columns(COLUMNS);
        List<Row> rows = new ArrayList<>();
        List<Fault> refused = new ArrayList<>(whole.list());
        Set<Integer> misshapen = new HashSet<>();
        whole.list().forEach(f -> misshapen.add(f.line()));
        Map<String, Integer> seen = new HashMap<>();
        for (CsvRow row : csv.rows()) {
            if (misshapen.contains(row.line())) {
                continue;
            }
            Faults own = new Faults();
            Row read = row(row, own, today);
            String name = read.id() + " " + read.told().period();
            Integer twin = seen.get(name);
            if (twin != null) {
                own.add(
                        file,
                        row.line(),
                        "the figure (" + read.id() + ", " + read.told().period() + ") stands in line " + twin
                                + " already",
                        "keep one of the two");
            }
            if (own.isEmpty()) {
                rows.add(read);
                seen.put(name, row.line());
            } else {
                refused.addAll(own.list());
            }
        }
        return new BaselineTable(rows, refused);
    }

    private static Row row(CsvRow row, Faults faults, LocalDate today) {
        Reading r = new Reading(row, faults);
        String id = r.need("id");
        if (!id.isEmpty() && !Id.WORDS.matcher(id).matches()) {
            r.fault(
                    "the id (" + id + ") is no name",
                    "lower-case words joined by hyphens, such as turnover-social-care");
        }
        String theme = r.need("theme");
        if (!theme.isEmpty() && !THEMES.contains(theme)) {
            r.fault("the theme is (" + theme + ")", "one of " + THEMES);
        }
        FigureNamed named =
                new FigureNamed(theme, r.need("topic"), r.need("title"), r.need("area"), row.optional("unit"));
        Double value = r.number("value");
        String says = row.optional("says");
        if (row.isBlank("value") && says.isEmpty()) {
            r.fault(
                    "the row has neither a value nor words",
                    "write a number under value, or what the source says under says");
        }
        FigureTold told = new FigureTold(
                r.need("period"), value, says, r.number("comparator"), row.optional("compared_with"), r.need("source"));
        LocalDate toldOn = r.day("told_on");
        if (toldOn != null && toldOn.isAfter(today)) {
            r.fault("it is told on (" + toldOn + "), which is still to come", "today, or the day of the source");
        }
        return new Row(id, named, told, toldOn);
    }

    /** Reads one row and keeps its faults apart from those of other rows. */
    private record Reading(CsvRow row, Faults faults) {

        void fault(String what, String maybe) {
            faults.add(row.file(), row.line(), what, maybe);
        }

        String need(String column) {
            if (row.isBlank(column)) {
                fault("'" + column + "' is empty", "write a value for it");
            }
            return row.optional(column);
        }

        @Nullable
        Double number(String column) {
            String text = row.optional(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                fault("'" + column + "' is no number (" + text + ")", "digits only, such as 32.9; words go under says");
                return null;
            }
            fault("'" + column + "' is no number (" + text + ")", "digits only, such as 32.9");
            return null;
        }

        @Nullable
        LocalDate day(String column) {
            String text = row.optional(column);
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                fault(
                        "'" + column + "' is no date (" + text + ")",
                        "write it as 2018-05-31; spreadsheets like to change dates");
                return null;
            }
        }
    }
}
