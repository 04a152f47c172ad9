package uk.homeward.insight.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The SQL that sums a measure's rows by period and group. */
final class Counting {

    private final Measure measure;
    private final boolean hasDenominator;

    Counting(Measure measure, boolean hasDenominator) {
        this.measure = measure;
        this.hasDenominator = hasDenominator;
    }

    String sql(Request request) {
        boolean values = measure.kind().takesValues();
        String numerator = values ? "CAST(value AS DOUBLE)" : "CAST(numerator AS DOUBLE)";
        String denominator = hasDenominator ? "CAST(denominator AS DOUBLE)" : "1.0";
        String split = request.by() == null ? "CAST(NULL AS VARCHAR)" : "CAST(\"" + request.by() + "\" AS VARCHAR)";
        return """
                WITH counted AS (SELECT CAST(date_trunc('%s', day) AS DATE) AS period, coalesce(%s, 'not known') AS split,
                    %s AS numerator, %s AS denominator
                FROM (
                %s
                ) WHERE day IS NOT NULL AND day <= (SELECT today FROM published)%s)
                SELECT period, split, %s AS whole, sum(numerator) FILTER (isfinite(numerator)) AS numerator,
                    sum(denominator) FILTER (numerator IS NOT NULL) AS denominator, count(numerator) AS n, %s,
                    count(*) FILTER (NOT isfinite(numerator) OR NOT isfinite(denominator)) AS infinite
                FROM counted WHERE numerator IS NOT NULL
                GROUP BY %s
                ORDER BY period, whole DESC, split
                """.formatted(
                        request.grain().word(),
                        split,
                        numerator,
                        denominator,
                        measure.sql(),
                        days(request.from(), request.to()),
                        request.by() == null ? "true" : "grouping(split) = 1",
                        centre(),
                        request.by() == null ? "period, split" : "GROUPING SETS ((period), (period, split))");
    }

    private String centre() {
        return switch (measure.kind()) {
            case MEAN ->
                "avg(numerator) FILTER (isfinite(numerator)) AS centre,"
                        + " coalesce(stddev_samp(numerator) FILTER (isfinite(numerator)), 0) AS spread";
            case MEDIAN -> "median(numerator) AS centre, 0.0 AS spread";
            case SHARE, RATE, COUNT, PER_DAY -> "0.0 AS centre, 0.0 AS spread";
        };
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "" : " AND day >= DATE '" + from + "'")
                + (to == null ? "" : " AND day < DATE '" + to + "'");
    }
}
