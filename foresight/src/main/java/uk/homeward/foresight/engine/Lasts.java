package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.chance.LogNormal;
import uk.homeward.foresight.network.Effect;

/** A duration, compiled: the distribution, its factors for each kind of person, and the stream it is drawn from. */
final class Lasts {

    /** Milliseconds of an hour. */
    static final double HOUR = 3_600_000;

    private static final double DAY = 24 * HOUR;

    private static final int FIXED = 0;
    private static final int EXPONENTIAL = 1;
    private static final int LOGNORMAL = 2;
    private static final int OTHER = 3;

    private final int kind; // a number and not a type: this switch is the hottest of all
    private final double a; // for milliseconds
    private final double b;
    private final Distribution distribution;
    private final long purpose;
    private final Factors cells;
    private final double @Nullable [] times;
    private final double @Nullable [] perDay;

    Lasts(String use, String name, Distribution distribution, List<Effect> effects, TraitPacking packing) {
        this.distribution = distribution;
        this.purpose = Purpose.of(use, name);
        this.cells = Factors.over(effects, packing);
        this.times = effects.isEmpty() ? null : table(effects, false);
        boolean delay = effects.stream().anyMatch(e -> e.perDayOfDelay() != 1);
        this.perDay = delay ? table(effects, true) : null;
        switch (distribution) {
            case Fixed fixed -> {
                kind = FIXED;
                a = fixed.value() * HOUR;
                b = 0;
            }
            case Exponential exponential -> {
                kind = EXPONENTIAL;
                a = exponential.mean() * HOUR;
                b = 0;
            }
            case LogNormal normal -> {
                kind = LOGNORMAL;
                a = normal.mu() + Math.log(HOUR);
                b = normal.sigma();
            }
            default -> {
                kind = OTHER;
                a = 0;
                b = 0;
            }
        }
    }

    private double[] table(List<Effect> effects, boolean delay) {
        double[] table = new double[cells.size()];
        Arrays.setAll(table, cell -> {
            List<Effect> applying = cells.applying(effects, cell);
            return delay ? Factors.perDay(applying) : Factors.times(applying);
        });
        return table;
    }

    /** A duration in milliseconds for this person. */
    long draw(long key, int round, long traits, long delay, Chance chance) {
        chance.at(key, purpose + Purpose.round(round));
        double millis = switch (kind) {
            case FIXED -> a;
            case EXPONENTIAL -> a * chance.exponential();
            case LOGNORMAL -> Math.exp(a + b * chance.normal());
            default -> HOUR * distribution.sample(chance);
        };
        return (long) ((times == null ? millis : millis * factor(traits, delay)) + 0.5);
    }

    /** How much longer it lasts, in milliseconds, after it has lasted {@code elapsed} milliseconds. */
    long remaining(long elapsed, long key, int round, long traits, long delay, Chance chance) {
        chance.at(key, purpose + Purpose.round(round));
        double factor = factor(traits, delay);
        return factor == 0 ? 0 : millis(factor * distribution.remaining(elapsed / HOUR / factor, chance));
    }

    private double factor(long traits, long delay) {
        if (times == null) {
            return 1;
        }
        int cell = cells.of(traits);
        return perDay == null || delay == 0 ? times[cell] : times[cell] * Math.exp(perDay[cell] * (delay / DAY));
    }

    static long millis(double hours) {
        return (long) (hours * HOUR + 0.5);
    }
}
