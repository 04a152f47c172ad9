package uk.homeward.insight.statistics;

/** Checks that are common to statistics over age bands or other strata. Bands are numbered from 1 in messages. */
final class Bands {

    private Bands() {}

    /** Refuses anything but a finite number of zero or more, in every band. */
    static void countsOf(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            count(what + " of band " + (i + 1), values[i]);
        }
    }

    /** Refuses anything but a finite number of zero or more. */
    static void count(String what, double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new UnfitData(
                    "The " + what + " is (" + value + "); it must be a number of zero or more.",
                    "a value is missing, or a sign was turned; leave the case out rather than guess.");
        }
    }

    static void sameLength(String what, double[] values, String other, double[] others) {
        if (values.length != others.length) {
            throw new UnfitData(
                    "There are (" + values.length + ") " + what + " and (" + others.length + ") " + other
                            + "; there must be as many.",
                    "give one value for each band, in the same order.");
        }
        if (values.length == 0) {
            throw new UnfitData("There are no " + what + ".", "give one value for each band.");
        }
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
