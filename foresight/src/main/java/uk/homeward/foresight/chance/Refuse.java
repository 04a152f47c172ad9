package uk.homeward.foresight.chance;

/** Refuses impossible parameters with the name, the value and what to do. */
final class Refuse {

    private Refuse() {}

    static void negative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be a finite number of 0 or more (" + value + "). Maybe: check its sign");
        }
    }

    static void notPositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be a finite number above 0 (" + value + "). Maybe: check its sign and unit");
        }
    }

    static void unordered(String name, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(name + " must not run backwards (" + low + " to " + high
                    + "). Maybe: write the smaller number first");
        }
    }
}
