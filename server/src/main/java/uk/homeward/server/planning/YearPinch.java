package uk.homeward.server.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Findings.PeriodFinding;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;

/**
 * A pool in a year that was played: how full it is, and who waits for it.
 *
 * @param share how full it is on average
 * @param waiting people who wait for it, on average
 * @param waitHours how long those wait who start there
 * @param worst the month in which most wait
 * @param waitingThen people who wait in that month, on average
 */
public record YearPinch(
        String pool,
        String title,
        long places,
        double share,
        double waiting,
        double waitHours,
        LocalDate worst,
        double waitingThen) {

    private static final double TIGHT = 0.85;
    private static final double SOMEBODY = 0.5;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** All pools that have a limit: those first that are full while people wait for them, then the fullest. */
    static List<YearPinch> of(Pathway pathway, Findings found, LocalDateTime start) {
        List<YearPinch> pinches = new ArrayList<>();
        for (int i = 0; i < found.pools().size(); i++) {
            PoolFinding pool = found.pools().get(i);
            if (Double.isFinite(pool.share().mean())) {
                int position = i;
                PeriodFinding worst = found.periods().stream()
                        .max(Comparator.comparingDouble(
                                p -> p.poolQueue().get(position).mean()))
                        .orElseThrow();
                pinches.add(new YearPinch(
                        pool.name(),
                        pathway.get(PoolId.of(pool.name())).title(),
                        Math.round(pool.capacity()),
                        pool.share().mean(),
                        pool.queue().mean(),
                        pool.waitHours().mean(),
                        start.plus(Duration.ofMinutes(Math.round(worst.fromHours() * 60)))
                                .toLocalDate(),
                        worst.poolQueue().get(position).mean()));
            }
        }
        pinches.sort(Comparator.comparing(YearPinch::isTight)
                .thenComparingDouble(p -> p.isTight() ? p.waiting() : p.share())
                .reversed());
        return pinches;
    }

    /** True if people wait for it because it is full. */
    public boolean isTight() {
        return waiting >= SOMEBODY && share >= TIGHT;
    }

    /** True if in some month anybody to speak of waits. */
    public boolean hasWorst() {
        return waitingThen >= SOMEBODY;
    }

    /** The worst month in words. */
    public String worstMonth() {
        return MONTH.format(worst);
    }

    /** One sentence for a reader. */
    public String words() {
        if (!isTight()) {
            return String.format(
                    Locale.UK,
                    "Hardly anybody waits for a place. Nearest to full is %s: %.0f%% over the year.",
                    title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1),
                    100 * share);
        }
        return String.format(
                Locale.UK,
                "%s: the %,d places are %.0f%% full over the year, and %s wait for one on average, most of them in %s"
                        + " (%s).",
                title,
                places,
                100 * share,
                people(waiting),
                MONTH.format(worst),
                people(waitingThen));
    }

    private static String people(double count) {
        long whole = Math.round(count);
        return whole == 1 ? "1 person" : whole == 0 ? "hardly anybody" : String.format(Locale.UK, "%,d people", whole);
    }
}
