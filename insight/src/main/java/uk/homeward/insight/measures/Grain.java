package uk.homeward.insight.measures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long one period is. */
public enum Grain {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period in which a day lies. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the next period. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** The period as people write it: {@code 2026-03}, {@code 2026}, or its first day. */
    public String title(LocalDate start) {
        return switch (this) {
            case DAY, WEEK -> start.toString();
            case MONTH -> start.toString().substring(0, 7);
            case QUARTER -> start.getYear() + " Q" + ((start.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
