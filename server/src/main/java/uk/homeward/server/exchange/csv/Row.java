package uk.homeward.server.exchange.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.CsvRow;

/** One row while it is read; what is wrong with it is collected, so that it is told at once. */
final class Row {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final int LONGEST = 400;

    private final CsvRow row;
    private final List<Report.RowFault> faults = new ArrayList<>();

    Row(CsvRow row) {
        this.row = row;
    }

    int line() {
        return row.line();
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    void fault(String column, String what, String maybe) {
        faults.add(new Report.RowFault(column, row.optional(column), what, maybe));
    }

    Report.Receipt refused() {
        return new Report.Receipt(line(), Report.State.REFUSED, "", faults);
    }

    Report.Receipt taken(Report.State state, String id) {
        return new Report.Receipt(line(), state, id, List.of());
    }

    /** The value; blank where there is none. */
    String may(String column) {
        String value = row.optional(column);
        if (value.length() > LONGEST) {
            fault(column, "the value is longer than " + LONGEST + " characters", "shorten it");
        }
        return value;
    }

    String need(String column) {
        String value = may(column);
        if (value.isEmpty()) {
            fault(column, "the value is missing", "write it");
        }
        return value;
    }

    String oneOf(String column, List<String> words, String otherwise) {
        String value = may(column);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!words.contains(value)) {
            fault(column, "this is not a known word", "one of " + words);
        }
        return value;
    }

    boolean yes(String column, boolean otherwise) {
        return oneOf(column, List.of("yes", "no"), otherwise ? "yes" : "no").equals("yes");
    }

    /** An amount of at least 0. */
    double amount(String column) {
        String value = need(column);
        if (value.isEmpty()) {
            return 0;
        }
        if (!NUMBER.matcher(value).matches()) {
            fault(column, "this is not a number", "write digits only, such as 12");
            return 0;
        }
        double amount = Double.parseDouble(value);
        if (amount < 0) {
            fault(column, "there cannot be less than nothing", "write 0 or more");
            return 0;
        }
        return amount;
    }

    @Nullable
    LocalDate date(String column) {
        String value = may(column);
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            fault(column, "this is not a date", "write it as 1940-05-17");
            return null;
        }
    }
}
