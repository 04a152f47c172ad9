package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.CsvRow;

/** Rows about promises and what breaks them: standards and delay causes. */
final class RuleRows {

    private enum Sense {
        AT_MOST,
        AT_LEAST
    }

    private final Heading heading;

    RuleRows(Heading heading) {
        this.heading = heading;
    }

    Standard standard(CsvRow row) {
        if (row.isBlank("starts_when") != row.isBlank("stops_when")) {
            row.fault("a clock must say when it starts and when it stops", "fill both, or leave both empty");
        }
        return new Standard(
                row.value("id", StandardId::of, StandardId.of("unknown")),
                row.text("title"),
                row.choice("sense", Sense.class) == Sense.AT_MOST,
                row.number("limit", 0),
                row.text("unit"),
                row.optional("starts_when"),
                row.optional("stops_when"),
                row.text("applies_to"),
                heading.source(row));
    }

    DelayCause cause(CsvRow row) {
        if (row.isBlank("national_group") != row.isBlank("national_reason")) {
            row.fault("a national reason and its group belong together", "fill both, or leave both empty");
        }
        return new DelayCause(
                row.value("id", CauseId::of, CauseId.of("unknown")),
                row.text("title"),
                row.text("actor"),
                row.choice("owner", Side.class),
                textOrNull(row, "national_group"),
                textOrNull(row, "national_reason"),
                textOrNull(row, "older_reason"),
                row.number("daily_mean", 0),
                heading.source(row));
    }

    private static @Nullable String textOrNull(CsvRow row, String column) {
        return row.isBlank(column) ? null : row.optional(column);
    }
}
