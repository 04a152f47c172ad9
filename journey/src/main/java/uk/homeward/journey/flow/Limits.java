package uk.homeward.journey.flow;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * The times by which things should be done. Where a limit is not a national rule it is an assumption, and docs/hospital-flow.md
 * says so.
 */
public final class Limits {

    /** Rounds end by midday (SAFER: senior review before midday). */
    public static final int ROUND_HOUR = 12;
    /** First flow by ten (SAFER). */
    public static final int FIRST_FLOW_HOUR = 10;
    /** The daily return tells those who left by five apart from those who left later. */
    public static final int EARLY_HOUR = 17;
    /** Days after which a long stay is looked at afresh. */
    public static final List<Integer> LONG_STAYS = List.of(7, 14, 21);
    /** Nobody who lives alone leaves between these without a named check (document 003: later than 20:00). */
    public static final LocalTime LATE_FROM = LocalTime.of(20, 0);

    public static final LocalTime LATE_UNTIL = LocalTime.of(8, 0);
    /** A move between these counts as a move by night; assumption. */
    public static final LocalTime NIGHT_FROM = LocalTime.of(22, 0);

    public static final LocalTime NIGHT_UNTIL = LocalTime.of(7, 0);
    /** Medicines and transport warn after an hour (document 003). */
    public static final Duration TASK = Duration.ofMinutes(60);
    /** The summary follows within a day of leaving, and is acknowledged within another; the second is an assumption. */
    public static final Duration SUMMARY = Duration.ofHours(24);
    /** Somebody looks in within two hours of a late return home; assumption. */
    public static final Duration ARRIVAL_CHECK = Duration.ofHours(2);

    private Limits() {}

    /** True if a time of day lies between two that may span midnight. */
    static boolean isBetween(LocalTime time, LocalTime from, LocalTime until) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
