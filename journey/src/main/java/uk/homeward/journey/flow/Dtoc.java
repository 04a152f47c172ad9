package uk.homeward.journey.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.homeward.journey.place.Catalogue;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.Side;

/**
 * Delayed transfers of care of one month: a delayed day is a midnight at which somebody was ready and still in a bed, put
 * down to the side of the cause that held them up then. What nobody named is counted on no side, and shown.
 *
 * @param days the delayed days of a side and a reason; the side is null where no cause was named
 */
public record Dtoc(YearMonth month, List<Line> days) {

    public Dtoc {
        days = List.copyOf(days);
    }

    /** One line of the return; the figure's value is days, its stays are those who were delayed. */
    public record Line(@org.jspecify.annotations.Nullable Side side, Figure figure) {}

    /** Counts a month, up to and including the last day that is over. */
    public static Dtoc of(
            List<StayRecord> stays,
            YearMonth month,
            LocalDate lastDay,
            ZoneId zone,
            Catalogue<CauseId, DelayCause> causes) {
        Map<String, DelayCause> byReason = new LinkedHashMap<>();
        Map<String, Set<String>> people = new LinkedHashMap<>();
        Map<String, Long> days = new LinkedHashMap<>();
        for (LocalDate day = month.atDay(1);
                !day.isAfter(month.atEndOfMonth()) && !day.isAfter(lastDay);
                day = day.plusDays(1)) {
            for (StayRecord stay : stays) {
                if (stay.isReadyAtTheEndOf(day, zone)) {
                    DelayCause cause = stay.holdUpAtTheEndOf(day, zone)
                            .filter(HoldUp::isNamed)
                            .flatMap(link -> causes.find(new CauseId(link.cause())))
                            .orElse(null);
                    String reason = cause == null ? Sitrep.NOT_RECORDED : key(cause);
                    if (cause != null) {
                        byReason.put(reason, cause);
                    }
                    days.merge(reason, 1L, Long::sum);
                    people.computeIfAbsent(reason, r -> new LinkedHashSet<>()).add(stay.stay());
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        days.forEach((reason, count) -> {
            DelayCause cause = byReason.get(reason);
            lines.add(new Line(
                    cause == null ? null : cause.owner(),
                    new Figure(
                            cause == null ? Sitrep.NOT_RECORDED : String.valueOf(cause.nationalReason()),
                            count,
                            List.copyOf(people.getOrDefault(reason, Set.of())))));
        });
        return new Dtoc(month, lines);
    }

    /** Two causes of one national reason may lie on different sides. */
    private static String key(DelayCause cause) {
        return cause.owner() + "|" + cause.nationalReason();
    }

    public long total() {
        return days.stream().mapToLong(line -> line.figure().value()).sum();
    }

    public long of(Side side) {
        return days.stream()
                .filter(line -> line.side() == side)
                .mapToLong(line -> line.figure().value())
                .sum();
    }

    /** Delayed days as beds: days divided by the days of the month, a half rounded up, as the published tables do. */
    public static long averageDailyBeds(long delayedDays, int daysInMonth) {
        return BigDecimal.valueOf(delayedDays)
                .divide(BigDecimal.valueOf(daysInMonth), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Delayed days for each day and 100,000 adults: the rate of the documents of 2016 to 2018. */
    public static double rate(long delayedDays, int daysInMonth, long adults) {
        return delayedDays / (double) daysInMonth / adults * 100_000;
    }
}
