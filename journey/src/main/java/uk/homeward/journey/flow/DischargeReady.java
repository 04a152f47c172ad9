package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The discharge-ready date: the day on which a person no longer met the criteria to reside (NHS England, discharge-ready
 * date). Of a stay that is over it is the start of the last period without them that ran until the person left; of a stay
 * that goes on, the start of the period that runs now. Somebody who met the criteria at the last round has no such date.
 *
 * <p>Days are local days: a round at midnight belongs to the day that begins, and a delay of one day is one midnight, also
 * when the clocks change.
 *
 * @param since when the round found it
 * @param date the local day of that
 * @param days from that day to the day on which the person left, or to today
 */
public record DischargeReady(Instant since, LocalDate date, long days) {

    /**
     * The answer of one round.
     *
     * @param order which of two answers of one moment was told later
     */
    public record Round(Instant at, boolean met, int order) {}

    /**
     * The periods without criteria, in order. Rounds may be given in any order; of two of one moment the one told later
     * counts. Rounds after the person left are not looked at.
     */
    public static List<ReadyPeriod> periods(List<Round> rounds, @Nullable Instant leftAt) {
        List<Round> inOrder = rounds.stream()
                .filter(round -> leftAt == null || !round.at().isAfter(leftAt))
                .sorted(Comparator.comparing(Round::at).thenComparingInt(Round::order))
                .toList();
        List<ReadyPeriod> periods = new ArrayList<>();
        Instant from = null;
        for (int i = 0; i < inOrder.size(); i++) {
            Round round = inOrder.get(i);
            boolean corrected =
                    i + 1 < inOrder.size() && inOrder.get(i + 1).at().equals(round.at());
            if (corrected) {
                continue;
            }
            if (!round.met() && from == null) {
                from = round.at();
            } else if (round.met() && from != null) {
                periods.add(new ReadyPeriod(from, round.at()));
                from = null;
            }
        }
        if (from != null) {
            periods.add(new ReadyPeriod(from, leftAt));
        }
        return List.copyOf(periods);
    }

    /**
     * The discharge-ready date of a stay.
     *
     * @param periods as {@link #periods} gives them
     * @param leftAt when the person left; null while they are there
     */
    public static Optional<DischargeReady> of(
            List<ReadyPeriod> periods, @Nullable Instant leftAt, Instant now, ZoneId zone) {
        return periods.isEmpty() ? Optional.empty() : running(periods.getLast(), leftAt, now, zone);
    }

    private static Optional<DischargeReady> running(
            ReadyPeriod last, @Nullable Instant leftAt, Instant now, ZoneId zone) {
        boolean runs = leftAt == null ? last.until() == null : leftAt.equals(last.until());
        if (!runs) {
            return Optional.empty();
        }
        LocalDate ready = last.from().atZone(zone).toLocalDate();
        LocalDate end = (leftAt == null ? now : leftAt).atZone(zone).toLocalDate();
        return Optional.of(new DischargeReady(last.from(), ready, Math.max(0, ChronoUnit.DAYS.between(ready, end))));
    }
}
