package uk.homeward.foresight.pathway;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The time that is played: from a local moment on, for some hours, warm-up included. */
record Span(LocalDateTime start, double hours) {

    int days() {
        return (int) Math.ceil((hours + start.getHour()) / 24) + 1;
    }

    LocalDate day(int index) {
        return start.toLocalDate().plusDays(index);
    }

    /** Hours from the start to the beginning of a day; below 0 if it has begun already. */
    double until(LocalDate day) {
        return java.time.Duration.between(start, day.atStartOfDay()).toMillis() / 3_600_000.0;
    }
}
