package uk.homeward.insight.measures;

import java.util.List;
import uk.homeward.journey.source.Faults;

/** Reads one measure from the text of its file. */
final class MeasureFile {

    private MeasureFile() {}

    static Measure read(String file, String text, Faults faults) {
        List<String> lines = text.lines().toList();
        Header header = new Header(file, lines, faults);
        String sql = String.join("\n", lines.subList(header.sqlLine() - 1, lines.size()))
                .strip();
        if (sql.endsWith(";")) {
            sql = sql.substring(0, sql.length() - 1);
        }
        if (sql.isEmpty()) {
            faults.add(file, lines.size(), "there is no SQL behind the header", "select ... as day, ... as numerator");
        }
        Kind kind = header.kind();
        if (kind == Kind.RATE && header.may("per").isEmpty()) {
            faults.add(file, 1, "a rate does not say for how many", "-- per: 100000");
        }
        return new Measure(
                header.id(),
                header.need("title", "Crisis response within two hours"),
                header.need("question", "Do people in crisis see somebody in time?"),
                header.need("definition", "share of clocks of response-2h that stopped in time"),
                header.need("source", "NHS England, urgent community response standard"),
                kind,
                header.need("unit", "%"),
                header.per(),
                header.improvement(),
                header.target(),
                header.baselines(),
                header.list("split"),
                header.hideBelow(),
                header.may("programme"),
                header.list("audience"),
                header.may("foreseen"),
                sql,
                file,
                header.sqlLine());
    }
}
