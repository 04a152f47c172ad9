package uk.homeward.server.measures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Interval;

/** Figures as text, for tables and downloads. */
public final class MeasureText {

    private MeasureText() {}

    static String csv(Grain grain, MeasureRow row) {
        return String.join(
                ",",
                grain.title(row.period()),
                quoted(row.group() == null ? "whole place" : row.group()),
                exact(row.value()),
                exact(row.limits().lower()),
                exact(row.limits().upper()),
                exact(row.numerator()),
                exact(row.denominator()),
                row.n() == null ? "" : Long.toString(row.n()),
                row.hidden() ? "hidden: small number" : row.partial() ? "not over" : "");
    }

    private static String exact(@Nullable Double value) {
        return value == null || !Double.isFinite(value)
                ? ""
                : BigDecimal.valueOf(value)
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** {@code 12.3 to 15.8}; a dash where there are no limits. */
    public static String interval(Interval limits) {
        return Double.isFinite(limits.lower()) && Double.isFinite(limits.upper())
                ? brief(limits.lower()) + " to " + brief(limits.upper())
                : "–";
    }

    /** A figure with its unit. */
    public static String figure(Measure measure, double value) {
        return brief(value) + (measure.unit().equals("%") ? "%" : " " + measure.unit());
    }

    /** {@code 34 of 41}. */
    public static String sums(double numerator, double denominator) {
        return XmrChart.number(numerator, 1) + " of " + XmrChart.number(denominator, 1);
    }

    private static String brief(double value) {
        return XmrChart.number(value, Math.abs(value) >= 100 ? 1 : 0.1);
    }

    /** {@code 34 of 41}, {@code 34}, or that it is hidden. */
    public static String counted(MeasureRow row) {
        if (row.hidden()) {
            return "hidden";
        }
        if (row.numerator() != null && row.denominator() != null) {
            return XmrChart.number(row.numerator(), 1) + " of " + XmrChart.number(row.denominator(), 1);
        }
        return row.n() == null ? "–" : XmrChart.number((double) row.n(), 1);
    }
}
