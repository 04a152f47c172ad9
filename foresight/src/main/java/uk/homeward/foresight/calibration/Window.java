package uk.homeward.foresight.calibration;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The days from which is learned: from the first one to the day before {@code to}. */
public record Window(LocalDate from, LocalDate to) {

    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "nothing lies between (" + from + ") and (" + to + "). Maybe: put the earlier day first");
        }
    }

    boolean has(LocalDateTime at) {
        return !at.isBefore(from.atStartOfDay()) && isKnown(at);
    }

    /** True for what had happened when the window closed. */
    boolean isKnown(LocalDateTime at) {
        return at.isBefore(end());
    }

    LocalDateTime end() {
        return to.atStartOfDay();
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    static double hours(LocalDateTime from, LocalDateTime to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 3_600_000.0);
    }
}
