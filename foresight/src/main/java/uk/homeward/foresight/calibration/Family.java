package uk.homeward.foresight.calibration;

import java.time.Duration;
import java.util.List;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.chance.Gamma;
import uk.homeward.foresight.chance.LogNormal;
import uk.homeward.foresight.chance.Special;
import uk.homeward.foresight.chance.Weibull;
import uk.homeward.journey.pathway.Amounts;
import uk.homeward.journey.pathway.Lasting;

/** The families of durations among which the one that fits best is chosen; each has two parameters above 0. */
enum Family {
    LOGNORMAL {
        @Override
        Distribution of(double a, double b) {
            return new LogNormal(Math.log(a), b);
        }

        @Override
        double logDensity(double a, double b, double x) {
            double z = Math.log(x / a) / b;
            return -0.5 * z * z - Math.log(b * x) - HALF_LOG_TWO_PI;
        }

        @Override
        Lasting lasting(Distribution d) {
            return new Lasting.Lognormal(time(d.mean()), time(Math.sqrt(d.variance())));
        }
    },
    GAMMA {
        @Override
        Distribution of(double a, double b) {
            return new Gamma(b, a / b);
        }

        @Override
        double logDensity(double a, double b, double x) {
            double scale = a / b;
            return (b - 1) * Math.log(x) - x / scale - Special.logGamma(b) - b * Math.log(scale);
        }

        @Override
        Lasting lasting(Distribution d) {
            return new Lasting.Gamma(time(d.mean()), time(Math.sqrt(d.variance())));
        }
    },
    WEIBULL {
        @Override
        Distribution of(double a, double b) {
            return new Weibull(b, a);
        }

        @Override
        double logDensity(double a, double b, double x) {
            double ratio = x / a;
            return Math.log(b / a) + (b - 1) * Math.log(ratio) - Math.pow(ratio, b);
        }

        @Override
        Lasting lasting(Distribution d) {
            Weibull w = (Weibull) d;
            return new Lasting.Weibull(w.shape(), time(w.scale()));
        }
    };

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** {@code a} is the size (median, mean or scale, in hours), {@code b} the shape. */
    abstract Distribution of(double a, double b);

    abstract double logDensity(double a, double b, double x);

    /** The same in the pathway language. */
    abstract Lasting lasting(Distribution d);

    /** Minus the logarithm of the likelihood; {@code at} holds the logarithms of both parameters. */
    double surprise(double[] at, List<Stay> stays) {
        double a = Math.exp(at[0]);
        double b = Math.exp(at[1]);
        if (!(a > 1e-9) || !(a < 1e9) || !(b > 1e-3) || !(b < 1e4)) {
            return Double.POSITIVE_INFINITY;
        }
        Distribution d = of(a, b);
        double sum = 0;
        for (Stay stay : stays) {
            sum -= stay.ended() ? logDensity(a, b, stay.hours()) : Math.log(Math.max(1e-300, 1 - d.cdf(stay.hours())));
        }
        return sum;
    }

    static Duration time(double hours) {
        return Amounts.seconds(hours * 3600);
    }
}
