package uk.homeward.journey.capacity;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one may rely on what somebody said of a unit. What is old is never shown as fresh.
 */
public enum Freshness {
    FRESH("confirmed"),
    /** Ask before you send somebody. */
    AMBER("ask first"),
    STALE("out of date"),
    /** Only the place's data has spoken. */
    NEVER("never confirmed");

    /** A working day: whoever confirms each morning and evening stays fresh. */
    public static final Duration FRESH_FOR = Duration.ofHours(12);

    public static final Duration AMBER_FOR = Duration.ofHours(36);

    private final String words;

    Freshness(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Freshness of(Instant confirmedAt, Instant now) {
        Duration age = Duration.between(confirmedAt, now);
        return age.compareTo(FRESH_FOR) <= 0 ? FRESH : age.compareTo(AMBER_FOR) <= 0 ? AMBER : STALE;
    }
}
