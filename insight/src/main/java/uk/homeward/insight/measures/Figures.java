package uk.homeward.insight.measures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.Confidence;
import uk.homeward.insight.statistics.Counts;
import uk.homeward.insight.statistics.CrudeRate;
import uk.homeward.insight.statistics.Interval;
import uk.homeward.insight.statistics.Proportion;

/** Turns the sums of one period and group into a figure with its limits. */
final class Figures {

    private static final double PERCENT = 100;

    private final Measure measure;
    private final Grain grain;
    private final LocalDate first;
    private final LocalDate today;

    /**
     * For one run.
     *
     * @param first the first day of which there are facts
     * @param today the day on which this was how things stood
     */
    Figures(Measure measure, Grain grain, LocalDate first, LocalDate today) {
        this.measure = measure;
        this.grain = grain;
        this.first = first;
        this.today = today;
    }

    /**
     * What the SQL gave for one period and group.
     *
     * @param n rows that were counted
     * @param spread the standard deviation of values; NaN where there is none
     */
    record Sums(
            LocalDate period,
            @Nullable String group,
            double numerator,
            double denominator,
            long n,
            double centre,
            double spread) {}

    MeasureRow row(Sums s) {
        boolean partial = !grain.next(s.period()).isBefore(today.plusDays(1))
                || s.period().isBefore(first);
        return switch (measure.kind()) {
            case SHARE -> share(s, partial);
            case RATE -> rate(s, partial);
            case MEAN -> mean(s, partial);
            case MEDIAN -> row(s, null, null, s.n(), s.n() == 0 ? null : s.centre(), Interval.NONE, partial);
            case COUNT -> count(s, 1, partial);
            case PER_DAY -> count(s, days(s.period()), partial);
        };
    }

    private MeasureRow share(Sums s, boolean partial) {
        if (s.denominator() <= 0 || s.numerator() > s.denominator()) {
            return nothing(s, partial);
        }
        Proportion share = new Proportion(s.numerator(), s.denominator());
        return row(
                s,
                s.numerator(),
                s.denominator(),
                Math.round(s.denominator()),
                PERCENT * share.value(),
                share.limits(Confidence.NINETY_FIVE).times(PERCENT),
                partial);
    }

    private MeasureRow rate(Sums s, boolean partial) {
        if (s.denominator() <= 0) {
            return nothing(s, partial);
        }
        CrudeRate rate = new CrudeRate(s.numerator(), s.denominator(), measure.per());
        return row(
                s,
                s.numerator(),
                s.denominator(),
                Math.round(s.numerator()),
                rate.value(),
                rate.limits(Confidence.NINETY_FIVE),
                partial);
    }

    private MeasureRow mean(Sums s, boolean partial) {
        if (s.n() == 0) {
            return nothing(s, partial);
        }
        double half = s.n() < 2 ? Double.NaN : Confidence.NINETY_FIVE.z() * s.spread() / Math.sqrt(s.n());
        return row(s, null, null, s.n(), s.centre(), new Interval(s.centre() - half, s.centre() + half), partial);
    }

    private MeasureRow count(Sums s, double days, boolean partial) {
        if (days <= 0) {
            return nothing(s, partial);
        }
        Interval limits = s.numerator() < 0
                ? Interval.NONE
                : Counts.limits(s.numerator(), Confidence.NINETY_FIVE).times(1 / days);
        return row(s, s.numerator(), null, Math.round(s.numerator()), s.numerator() / days, limits, partial);
    }

    /** Days of the period of which there are facts. */
    private double days(LocalDate period) {
        LocalDate from = period.isBefore(first) ? first : period;
        LocalDate next = grain.next(period);
        LocalDate to = next.isAfter(today) ? today : next;
        return ChronoUnit.DAYS.between(from, to);
    }

    private static MeasureRow nothing(Sums s, boolean partial) {
        return row(s, s.numerator(), s.denominator(), 0L, null, Interval.NONE, partial);
    }

    private static MeasureRow row(
            Sums s,
            @Nullable Double numerator,
            @Nullable Double denominator,
            long n,
            @Nullable Double value,
            Interval limits,
            boolean partial) {
        return new MeasureRow(s.period(), s.group(), numerator, denominator, n, value, limits, false, partial);
    }
}
