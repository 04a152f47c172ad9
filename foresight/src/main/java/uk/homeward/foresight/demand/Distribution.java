package uk.homeward.foresight.demand;

/** What is believed about a number that nobody knows: a value, or a range with a shape. */
public sealed interface Distribution {

    /** The value below which the share {@code u} of the belief lies; {@code u} is above 0 and below 1. */
    double quantile(double u);

    /** The middle of the belief. */
    default double middle() {
        return quantile(0.5);
    }

    /** No doubt. */
    record Fixed(double value) implements Distribution {
        @Override
        public double quantile(double u) {
            return value;
        }
    }

    /** A normal distribution given by its central 80%, from the tenth to the ninetieth percentile. */
    record Normal(double low, double high) implements Distribution {

        /** The ninetieth percentile of the standard normal distribution. */
        private static final double NINETIETH = NormalQuantile.of(0.9);

        public Normal {
            requireOrder(low, high);
        }

        @Override
        public double quantile(double u) {
            return (low + high) / 2 + (high - low) / 2 / NINETIETH * NormalQuantile.of(u);
        }
    }

    /** Every value from low to high as likely as any other. */
    record Uniform(double low, double high) implements Distribution {

        public Uniform {
            requireOrder(low, high);
        }

        @Override
        public double quantile(double u) {
            return low + u * (high - low);
        }
    }

    /** From low to high, with one value the likeliest. */
    record Triangular(double low, double likeliest, double high) implements Distribution {

        public Triangular {
            requireOrder(low, likeliest);
            requireOrder(likeliest, high);
        }

        @Override
        public double quantile(double u) {
            double all = high - low;
            double below = likeliest - low;
            if (all == 0) {
                return low;
            }
            return u < below / all
                    ? low + Math.sqrt(u * all * below)
                    : high - Math.sqrt((1 - u) * all * (high - likeliest));
        }
    }

    private static void requireOrder(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "the range runs from (" + low + ") down to (" + high + "). Maybe: write the lower end first");
        }
    }
}
