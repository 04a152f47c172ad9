package uk.homeward.foresight.forecast;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What is to be expected from a moment on.
 *
 * @param start local time
 * @param people on a journey at the start
 * @param runOut by pool: the chance, day by day, that at one of the day's moments no place is free or somebody waits
 * @param oneMore what one more place of a pool would buy, for pools that may run out
 */
public record Forecast(
        LocalDateTime start,
        int people,
        int runs,
        long seed,
        List<Line> lines,
        List<LocalDate> days,
        Map<String, List<Double>> runOut,
        List<OneMore> oneMore) {

    public Forecast {
        lines = List.copyOf(lines);
        days = List.copyOf(days);
        runOut = Map.copyOf(runOut);
        oneMore = List.copyOf(oneMore);
    }

    /**
     * The difference that one more place makes from the start to the end of the forecast, over pairs of runs that share
     * their luck.
     *
     * @param waited days of waiting that people are spared, all together
     * @param kept days for which places elsewhere are no longer kept by people who wait
     */
    public record OneMore(String pool, Gain waited, Gain kept) {}

    /** A mean with its 95% interval. */
    public record Gain(double mean, double low, double high) {

        /** True where chance alone does not explain it. */
        public boolean isSure() {
            return low > 0;
        }
    }

    public Line line(Quantity quantity) {
        return lines.stream()
                .filter(l -> l.quantity().equals(quantity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is forecast of (" + quantity + ")"));
    }
}
