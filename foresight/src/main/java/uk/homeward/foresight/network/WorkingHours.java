package uk.homeward.foresight.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the week in which work is done and some clocks run. Times are milliseconds, and every week is alike:
 * holidays and changes of the clock are left out of a simulated calendar.
 */
public final class WorkingHours {

    /** One week in milliseconds. */
    public static final long WEEK = 7 * 24 * 3_600_000L;

    private final long[] opens;
    private final long[] closes;
    private final long[] before; // working time of the week before each opening
    private final long worked; // working time of a whole week

    private WorkingHours(long[] opens, long[] closes) {
        this.opens = opens;
        this.closes = closes;
        this.before = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            before[i] = sum;
            sum += closes[i] - opens[i];
        }
        this.worked = sum;
    }

    /**
     * Open from {@code from} to {@code to} (minutes of the day) on each of the days, Monday being 0.
     *
     * @throws IllegalArgumentException if nothing is open
     */
    public static WorkingHours of(int from, int to, int... days) {
        if (days.length == 0 || from < 0 || from >= to || to > 24 * 60) {
            throw new IllegalArgumentException("no working hours from minute (" + from + ") to (" + to + ") on "
                    + Arrays.toString(days) + ". Maybe: open at least one minute on one day");
        }
        int[] sorted = Arrays.stream(days).sorted().distinct().toArray();
        long day = WEEK / 7;
        return new WorkingHours(
                Arrays.stream(sorted).mapToLong(d -> d * day + from * 60_000L).toArray(),
                Arrays.stream(sorted).mapToLong(d -> d * day + to * 60_000L).toArray());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingHours o && Arrays.equals(opens, o.opens) && Arrays.equals(closes, o.closes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(opens) + Arrays.hashCode(closes);
    }

    /** The working time between Monday 00:00 of week 0 and {@code time}. */
    public long workedUntil(long time) {
        long week = Math.floorDiv(time, WEEK);
        long inWeek = time - week * WEEK;
        long sum = week * worked;
        for (int i = 0; i < opens.length && opens[i] < inWeek; i++) {
            sum += Math.min(inWeek, closes[i]) - opens[i];
        }
        return sum;
    }

    /** The first moment from {@code time} on at which work is done. */
    public long nextOpen(long time) {
        long week = Math.floorDiv(time, WEEK);
        long inWeek = time - week * WEEK;
        for (int i = 0; i < opens.length; i++) {
            if (inWeek < closes[i]) {
                return Math.max(time, week * WEEK + opens[i]);
            }
        }
        return (week + 1) * WEEK + opens[0];
    }

    /** The first moment at which {@code working} time has been worked since {@code start}. */
    public long after(long start, long working) {
        long target = workedUntil(start) + working;
        long week = Math.floorDiv(target, worked);
        long rest = target - week * worked;
        if (rest == 0 && working > 0) {
            week--;
            rest = worked;
        }
        int i = opens.length - 1;
        while (before[i] >= rest && i > 0) {
            i--;
        }
        return Math.max(start, week * WEEK + opens[i] + rest - before[i]);
    }
}
