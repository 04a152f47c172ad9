package uk.homeward.server.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time in the place. In the demo it runs faster than real time, from a moment that is handed in. */
public final class PlaceTime implements InstantSource {

    private final InstantSource real;
    private final Instant realStart;
    private final Instant start;
    private final double speed;

    private PlaceTime(InstantSource real, Instant start, double speed) {
        this.real = real;
        this.realStart = real.instant();
        this.start = start;
        this.speed = speed;
    }

    /** Real time. */
    public static PlaceTime real() {
        InstantSource system = InstantSource.system();
        return new PlaceTime(system, system.instant(), 1);
    }

    /** Time that starts at a moment and runs so many times as fast as real time. */
    public static PlaceTime from(Instant start, double speed) {
        if (speed <= 0) {
            throw new IllegalArgumentException(
                    "speed (" + speed + ") must be above 0. Maybe: 60 for a day in 24 minutes");
        }
        return new PlaceTime(InstantSource.system(), start, speed);
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(realStart, real.instant());
        Instant now = speed == 1 ? start.plus(passed) : start.plusNanos((long) (passed.toNanos() * speed));
        return now.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    public double speed() {
        return speed;
    }
}
