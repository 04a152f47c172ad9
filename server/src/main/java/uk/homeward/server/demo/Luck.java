package uk.homeward.server.demo;

import java.time.Duration;
import java.util.List;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.chance.LogNormal;

/**
 * Chance, by name: whoever asks for the same thing of the same journey always gets the same answer, in whatever order
 * things are asked for. It is for what the pathway does not speak of, such as words and telephone numbers; who comes, how
 * long a step lasts and what is decided is for {@link Choices}.
 */
final class Luck {

    private static final double HOUR = 3600;

    private final long seed;

    Luck(long seed) {
        this.seed = seed;
    }

    /** The stream of {@code who} for {@code what}. */
    Chance chance(String who, String what) {
        return new Chance(Chance.key(Chance.key(seed, who), what));
    }

    /** A number strictly between 0 and 1. */
    double uniform(String who, String what) {
        return chance(who, what).uniform();
    }

    boolean happens(double share, String who, String what) {
        return uniform(who, what) < share;
    }

    <T> T any(List<T> list, String who, String what) {
        return list.get((int) (uniform(who, what) * list.size()));
    }

    /** A lognormal duration, for what the pathway says nothing about. */
    Duration about(Duration mean, Duration sd, String who, String what) {
        double hours =
                LogNormal.ofMean(mean.toSeconds() / HOUR, sd.toSeconds() / HOUR).sample(chance(who, what));
        return hours(hours);
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(Math.max(0, hours) * HOUR));
    }
}
