package uk.homeward.journey.directory;

import java.time.Duration;
import java.time.Instant;

/** How far one may rely on an entry: it goes amber and then off by itself unless somebody confirms it. */
public enum Reliance {
    CONFIRMED("confirmed"),
    /** Shown, with the advice to ring first. */
    AMBER("ring first"),
    /** No longer shown but to those who keep the directory. */
    OFF("not confirmed for a year");

    public static final Duration CONFIRMED_FOR = Duration.ofDays(182);
    public static final Duration SHOWN_FOR = Duration.ofDays(365);

    private final String words;

    Reliance(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static Reliance of(Instant confirmedAt, Instant now) {
        Duration age = Duration.between(confirmedAt, now);
        return age.compareTo(CONFIRMED_FOR) <= 0 ? CONFIRMED : age.compareTo(SHOWN_FOR) <= 0 ? AMBER : OFF;
    }
}
