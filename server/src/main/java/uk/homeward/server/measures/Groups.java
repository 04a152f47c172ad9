package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Kind;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Funnel;

/**
 * The groups of a split in one period, each beside what all have in common.
 *
 * @param period the first day of the period
 * @param whole the whole place
 */
public record Groups(LocalDate period, MeasureRow whole, List<Line> lines) {

    public Groups {
        lines = List.copyOf(lines);
    }

    /** One group and where it lies in the funnel; blank where no funnel can be drawn. */
    public record Line(MeasureRow row, String position) {}

    /** Of the last period that is over, else of the last there is; empty without data. */
    static Optional<Groups> of(MeasureResult result) {
        List<MeasureRow> whole = result.of(null);
        Optional<MeasureRow> over =
                whole.reversed().stream().filter(r -> !r.partial()).findFirst();
        return over.or(() -> whole.reversed().stream().findFirst()).map(w -> of(result, w));
    }

    private static Groups of(MeasureResult result, MeasureRow whole) {
        List<Line> lines = result.rows().stream()
                .filter(r -> r.group() != null && r.period().equals(whole.period()))
                .map(r -> new Line(r, position(result.measure(), whole, r)))
                .toList();
        return new Groups(whole.period(), whole, lines);
    }

    private static String position(Measure measure, MeasureRow whole, MeasureRow row) {
        @Nullable Double common = whole.value();
        @Nullable Double value = row.value();
        @Nullable Double size = row.denominator();
        if (common == null || value == null || size == null || size <= 0) {
            return "";
        }
        if (measure.kind() == Kind.SHARE) {
            return words(Funnel.share(common / 100, size).position(value / 100));
        }
        return measure.kind() == Kind.RATE
                ? words(Funnel.rate(common, size, measure.per()).position(value))
                : "";
    }

    static String words(Funnel.Position position) {
        return switch (position) {
            case VERY_LOW -> "Far below the place (99.8%)";
            case LOW -> "Below the place (95%)";
            case WITHIN -> "As chance explains";
            case HIGH -> "Above the place (95%)";
            case VERY_HIGH -> "Far above the place (99.8%)";
        };
    }
}
