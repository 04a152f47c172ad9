package uk.homeward.foresight.chance;

/**
 * Counter-based random numbers: a stream is named by a key (who) and a purpose (what for), never by what was drawn
 * before. Two scenarios that ask for the same person and purpose therefore share their luck, and a result depends on
 * the seed alone, whatever the order or the thread in which the numbers are asked for.
 *
 * <p>A stream is SplitMix64 (Steele, Lea, Flood 2014) started at a mixed state; the standard exponential and normal use
 * ziggurats of 256 layers (Marsaglia and Tsang 2000). An instance is reused for one stream after another and belongs to
 * one thread.
 */
public final class Chance {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xD1B54A32D192ED03L;
    private static final double UNIT = 0x1p-53;

    private long state;

    /** A generator that stands at the stream of {@code key} for purpose 0. */
    public Chance(long key) {
        at(key, 0);
    }

    /**
     * Moves to the start of the stream of {@code key} for {@code purpose}. Both must be well mixed (made by {@link #key}):
     * they are only added.
     */
    public void at(long key, long purpose) {
        state = key + purpose;
    }

    /** A key that belongs to {@code key} and {@code part} alone; use it to name people, replications, sources. */
    public static long key(long key, long part) {
        return mix(key + mix(part * GAMMA + GAMMA));
    }

    /** The key of the {@code number}-th of many that share a mixed key: people of a source, say. */
    public static long numbered(long key, long number) {
        return mix(key + number * STEP);
    }

    /** The purpose of the {@code number}-th draw of a kind; an odd multiple that no stream walks along. */
    public static long nth(long number) {
        return number * STEP;
    }

    /** A key for a name, the same in every run and on every machine. */
    public static long key(long key, String name) {
        long hash = key;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash * 31 + name.charAt(i) + GAMMA);
        }
        return key(hash, name.length());
    }

    /** The next 64 random bits. */
    public long bits() {
        state += GAMMA;
        return mix(state);
    }

    /** A number strictly between 0 and 1. */
    public double uniform() {
        return ((bits() >>> 11) + 0.5) * UNIT;
    }

    /** An exponential number of mean 1. */
    public double exponential() {
        long bits = bits();
        int layer = (int) bits & 0xFF;
        long fraction = bits >>> 11;
        double x = fraction * Ziggurat.EXPONENTIAL_WIDTH[layer];
        return fraction < Ziggurat.EXPONENTIAL_INSIDE[layer] ? x : exponentialEdge(layer, x);
    }

    private double exponentialEdge(int firstLayer, double firstX) {
        int layer = firstLayer;
        double x = firstX;
        double tail = 0;
        while (true) {
            if (layer == 0) {
                tail += Ziggurat.EXPONENTIAL_TAIL;
            } else if (Ziggurat.underExponential(layer, x, uniform())) {
                return tail + x;
            }
            long bits = bits();
            layer = (int) bits & 0xFF;
            long fraction = bits >>> 11;
            x = fraction * Ziggurat.EXPONENTIAL_WIDTH[layer];
            if (fraction < Ziggurat.EXPONENTIAL_INSIDE[layer]) {
                return tail + x;
            }
        }
    }

    /** A normal number of mean 0 and standard deviation 1. */
    public double normal() {
        while (true) {
            long bits = bits();
            int layer = (int) bits & 0xFF;
            long fraction = bits >> 10; // signed, 54 bits
            double x = fraction * Ziggurat.NORMAL_WIDTH[layer];
            if (Math.abs(fraction) < Ziggurat.NORMAL_INSIDE[layer]) {
                return x;
            }
            if (layer == 0) {
                return x < 0 ? -normalTail() : normalTail();
            }
            if (Ziggurat.underNormal(layer, Math.abs(x), uniform())) {
                return x;
            }
        }
    }

    private double normalTail() { // Marsaglia 1964
        while (true) {
            double x = exponential() / Ziggurat.NORMAL_TAIL;
            if (2 * exponential() > x * x) {
                return Ziggurat.NORMAL_TAIL + x;
            }
        }
    }

    /** A gamma number of the given shape and scale 1 (Marsaglia and Tsang 2000). */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    private static long mix(long value) { // variant 13 of Stafford's mixers
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
