package uk.homeward.journey.flow;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;

/**
 * Delays by the discharge-ready date of those who left in a month (NHS England, since 2024): the share that left a day or
 * more after it, the mean without those who left at once, and the beds that this took.
 *
 * @param discharged people who left alive and have a discharge-ready date
 * @param delayed those of them who left at least a day after it
 * @param bedDays the days of all of them together
 */
public record DischargeDelays(long discharged, long delayed, long bedDays) {

    /** The published bands of days. */
    public enum Band {
        NONE("0 days", days -> days == 0),
        ONE("1 day", days -> days == 1),
        TWO_THREE("2-3 days", days -> days >= 2 && days <= 3),
        FOUR_SIX("4-6 days", days -> days >= 4 && days <= 6),
        SEVEN_THIRTEEN("7-13 days", days -> days >= 7 && days <= 13),
        FOURTEEN_TWENTY("14-20 days", days -> days >= 14 && days <= 20),
        FROM_TWENTY_ONE("21 days or more", days -> days >= 21);

        private final String title;
        private final LongPredicate holds;

        Band(String title, LongPredicate holds) {
            this.title = title;
            this.holds = holds;
        }

        public String title() {
            return title;
        }
    }

    public static DischargeDelays of(List<StayRecord> stays, YearMonth month, ZoneId zone) {
        List<Long> delays = left(stays, month, zone).stream()
                .flatMap(stay -> stay.delay(zone).stream())
                .toList();
        return new DischargeDelays(
                delays.size(),
                delays.stream().filter(days -> days >= 1).count(),
                delays.stream().mapToLong(Long::longValue).sum());
    }

    /** How many left in each band of days, with who they are; those without a date come last. */
    public static List<Figure> bands(List<StayRecord> stays, YearMonth month, ZoneId zone) {
        List<StayRecord> left = left(stays, month, zone);
        List<Figure> figures = new ArrayList<>();
        for (Band band : Band.values()) {
            figures.add(Figure.of(
                    band.title(),
                    left.stream()
                            .filter(stay ->
                                    stay.delay(zone).filter(band.holds::test).isPresent())
                            .toList()));
        }
        figures.add(Figure.of(
                "No discharge-ready date recorded",
                left.stream().filter(stay -> stay.delay(zone).isEmpty()).toList()));
        return List.copyOf(figures);
    }

    private static List<StayRecord> left(List<StayRecord> stays, YearMonth month, ZoneId zone) {
        return stays.stream()
                .filter(stay -> stay.isDischarged()
                        && YearMonth.from(Objects.requireNonNull(stay.leftAt()).atZone(zone))
                                .equals(month))
                .toList();
    }

    /** In per cent; 0 where nobody left. */
    public double percentDelayed() {
        return discharged == 0 ? 0 : 100.0 * delayed / discharged;
    }

    /** In days, over those who were delayed; 0 where nobody was. */
    public double meanDelay() {
        return delayed == 0 ? 0 : (double) bedDays / delayed;
    }

    /** In days, over everybody who left; 0 where nobody did. */
    public double meanOverAll() {
        return discharged == 0 ? 0 : (double) bedDays / discharged;
    }

    /**
     * The share of beds that delays took, in per cent.
     *
     * @param beds adult general and acute beds
     */
    public double percentOfBeds(int daysInMonth, double beds) {
        return beds == 0 ? 0 : 100.0 * bedDays / daysInMonth / beds;
    }
}
