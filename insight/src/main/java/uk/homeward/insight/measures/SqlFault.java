package uk.homeward.insight.measures;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.homeward.journey.source.Fault;

/** Says where in a measure's file the database found fault. */
final class SqlFault {

    private static final Pattern LINE = Pattern.compile("LINE (\\d+):");
    private static final Pattern CANDIDATES =
            Pattern.compile("(?:Candidate bindings|Did you mean|Candidate functions)[:\\s]*(.+)");

    private final Measure measure;

    SqlFault(Measure measure) {
        this.measure = measure;
    }

    Fault of(SQLException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "the SQL cannot be run");
        Matcher line = LINE.matcher(message);
        int at = line.find() ? measure.sqlLine() + Integer.parseInt(line.group(1)) - 2 : measure.sqlLine();
        Matcher candidates = CANDIDATES.matcher(message);
        String maybe = candidates.find()
                ? "one of " + candidates.group(1).replaceAll("[?!.]+$", "").strip()
                : "look the tables up in docs/events.md, and try it with 'homeward measures run'";
        return new Fault(
                measure.file(),
                at,
                message.lines().findFirst().orElse(message).strip().replaceAll("[?!.]+$", ""),
                maybe);
    }

    static Fault infinite(Measure measure, long rows) {
        return new Fault(
                measure.file(),
                measure.sqlLine(),
                "(" + rows + ") rows of a period are no number: something was divided by zero",
                "divide by nullif(..., 0), so that such a row is not counted");
    }
}
