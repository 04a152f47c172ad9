package uk.homeward.foresight.chance;

/** Special functions that distributions and intervals need; relative error below 1e-10 where they are used. */
public final class Special {

    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Special() {}

    /** The natural logarithm of the gamma function for x &gt; 0 (Lanczos, g = 7). */
    public static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** The regularised lower incomplete gamma function P(a, x). */
    static double gammaP(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x);
    }

    private static double gammaSeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; Math.abs(term) > Math.abs(sum) * 1e-16; n++) {
            term *= x / n;
            sum += term;
        }
        return sum;
    }

    private static double gammaFraction(double a, double x) { // Lentz's method
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 10_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / floor(an * d + b);
            c = floor(b + an / c);
            double delta = d * c;
            h *= delta;
            if (Math.abs(delta - 1) < 1e-15) {
                break;
            }
        }
        return h;
    }

    private static double floor(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    /** The distribution function of the standard normal. */
    public static double normalCdf(double z) {
        double half = 0.5 * gammaP(0.5, 0.5 * z * z);
        return z < 0 ? 0.5 - half : 0.5 + half;
    }

    /** The regularised incomplete beta function I_x(a, b). */
    static double beta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(a, b, x) / a
                : 1 - front * betaFraction(b, a, 1 - x) / b;
    }

    private static double betaFraction(double a, double b, double x) { // Lentz's method
        double c = 1;
        double d = 1 / floor(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / floor(1 + even * d);
            c = floor(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / floor(1 + odd * d);
            c = floor(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return h;
    }
}
