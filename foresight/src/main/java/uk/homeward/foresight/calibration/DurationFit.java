package uk.homeward.foresight.calibration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.pathway.Durations;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Shift;

/** Learns one duration from stays, some of which have not ended. */
final class DurationFit {

    /** Fewer endings than this teach too little. */
    static final int FEW = 30;

    private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75, 0.9);
    /** An observed distribution is written as so many equally likely values. */
    private static final int VALUES = 60;

    private final List<Stay> plain;
    private final KaplanMeier observed;
    private final int ended;

    private DurationFit(List<Stay> plain) {
        this.plain = plain;
        this.observed = KaplanMeier.of(plain);
        this.ended = (int) plain.stream().filter(Stay::ended).count();
    }

    static LearnedDuration learn(String name, List<Stay> stays, @Nullable Lasting assumed, List<Shift> shifts) {
        Stretching stretching = new Stretching(stays, Effects.of(shifts));
        DurationFit fit = new DurationFit(stretching.plain());
        if (fit.ended < FEW) {
            return fit.kept(name, assumed);
        }
        return fit.learned(name, assumed, stretching.learned());
    }

    private LearnedDuration kept(String name, @Nullable Lasting assumed) {
        return new LearnedDuration(
                name,
                plain.size(),
                ended,
                assumed,
                null,
                new Between(Double.NaN, Double.NaN, Double.NaN),
                naive(),
                List.of(),
                Double.NaN,
                List.of(),
                "only " + ended + " seen to end; at least " + FEW + " are needed");
    }

    private LearnedDuration learned(String name, @Nullable Lasting assumed, List<LearnedEffect> effects) {
        Fitted best = best();
        boolean fits = best.distance() <= Math.max(0.03, 1.63 / Math.sqrt(ended)); // Kolmogorov's 1% bound
        boolean whole = observed.unseen() < 0.02;
        Lasting lasting = fits || !whole ? best.family().lasting(best.distribution()) : empirical();
        Distribution now = Durations.of(lasting);
        return new LearnedDuration(
                name,
                plain.size(),
                ended,
                assumed,
                lasting,
                fits || !whole ? best.mean(plain) : Between.normal(observed.mean(), observed.meanError()),
                naive(),
                quantiles(now, assumed),
                distance(now),
                effects,
                "");
    }

    private double naive() {
        return plain.stream()
                .filter(Stay::ended)
                .mapToDouble(Stay::hours)
                .average()
                .orElse(Double.NaN);
    }

    /** A family with its likeliest parameters. */
    private record Fitted(Family family, double[] at, double surprise, double distance) {

        Distribution distribution() {
            return family.of(Math.exp(at[0]), Math.exp(at[1]));
        }

        /** The mean, with its interval from the curvature of the likelihood (delta method). */
        Between mean(List<Stay> stays) {
            double h = 1e-3;
            double[][] curvature = new double[2][2];
            double[] slope = new double[2];
            for (int i = 0; i < 2; i++) {
                slope[i] = (logMean(i, h) - logMean(i, -h)) / (2 * h);
                for (int j = 0; j < 2; j++) {
                    curvature[i][j] = (moved(i, h, j, h, stays)
                                    - moved(i, h, j, -h, stays)
                                    - moved(i, -h, j, h, stays)
                                    + moved(i, -h, j, -h, stays))
                            / (4 * h * h);
                }
            }
            double[][] covariance = Equations.inverse(curvature);
            double variance = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    variance += slope[i] * slope[j] * covariance[i][j];
                }
            }
            return Between.positive(distribution().mean(), Math.sqrt(Math.max(0, variance)));
        }

        private double moved(int i, double by, int j, double also, List<Stay> stays) {
            double[] there = at.clone();
            there[i] += by;
            there[j] += also;
            return family.surprise(there, stays);
        }

        private double logMean(int i, double by) {
            double[] there = at.clone();
            there[i] += by;
            return Math.log(family.of(Math.exp(there[0]), Math.exp(there[1])).mean());
        }
    }

    private Fitted best() {
        Fitted best = fit(Family.LOGNORMAL);
        for (Family family : List.of(Family.GAMMA, Family.WEIBULL)) {
            Fitted other = fit(family);
            best = other.surprise() < best.surprise() ? other : best;
        }
        return best;
    }

    private Fitted fit(Family family) {
        double median = observed.quantile(0.5);
        double size = Double.isNaN(median) ? Math.max(Stay.LEAST, observed.mean()) : median;
        double[] at = Least.of(p -> family.surprise(p, plain), new double[] {Math.log(size), 0});
        Distribution d = family.of(Math.exp(at[0]), Math.exp(at[1]));
        return new Fitted(family, at, family.surprise(at, plain), distance(d));
    }

    private double distance(Distribution d) {
        double most = 0;
        for (double p = 0.02; p < 0.99; p += 0.02) {
            double at = observed.quantile(p);
            if (!Double.isNaN(at)) {
                most = Math.max(most, Math.abs(1 - observed.survival(at) - d.cdf(at)));
            }
        }
        return most;
    }

    private Lasting empirical() {
        List<java.time.Duration> values = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            double at = observed.quantile((i + 0.5) / VALUES);
            values.add(Family.time(Double.isNaN(at) ? observed.quantile(1 - observed.unseen()) : at));
        }
        return new Lasting.Empirical(values);
    }

    private List<LearnedDuration.Quantile> quantiles(Distribution now, @Nullable Lasting assumed) {
        return SHARES.stream()
                .map(p -> new LearnedDuration.Quantile(
                        p,
                        observed.quantile(p),
                        Quantiles.of(now, p),
                        assumed == null ? Double.NaN : Quantiles.of(Durations.of(assumed), p)))
                .toList();
    }
}
