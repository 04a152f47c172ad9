package uk.homeward.foresight.pathway;

import java.time.Duration;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.chance.Empirical;
import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.chance.Gamma;
import uk.homeward.foresight.chance.LogNormal;
import uk.homeward.foresight.chance.Mixture;
import uk.homeward.foresight.chance.PhaseType;
import uk.homeward.foresight.chance.Triangular;
import uk.homeward.foresight.chance.Uniform;
import uk.homeward.foresight.chance.Weibull;
import uk.homeward.journey.pathway.Amounts;
import uk.homeward.journey.pathway.Lasting;

/** Durations of the pathway language as distributions over hours. */
public final class Durations {

    private Durations() {}

    public static double hours(Duration duration) {
        return Amounts.seconds(duration) / 3600;
    }

    public static Distribution of(Lasting lasting) {
        return switch (lasting) {
            case Lasting.Fixed(Duration value) -> new Fixed(hours(value));
            case Lasting.Exponential(Duration mean) -> new Exponential(hours(mean));
            case Lasting.Lognormal(Duration mean, Duration sd) -> LogNormal.ofMean(hours(mean), hours(sd));
            case Lasting.Gamma(Duration mean, Duration sd) -> Gamma.ofMean(hours(mean), hours(sd));
            case Lasting.Weibull(double shape, Duration scale) -> new Weibull(shape, hours(scale));
            case Lasting.Uniform(Duration from, Duration to) -> new Uniform(hours(from), hours(to));
            case Lasting.Triangular(Duration least, Duration mode, Duration most) ->
                new Triangular(hours(least), hours(mode), hours(most));
            case Lasting.Phases phases -> phases(phases);
            case Lasting.Empirical empirical ->
                new Empirical(empirical.values().stream()
                        .mapToDouble(Durations::hours)
                        .toArray());
            case Lasting.Mixture mixture -> mixture(mixture);
        };
    }

    private static Distribution phases(Lasting.Phases phases) {
        int n = phases.means().size();
        return PhaseType.coxian(
                phases.means().stream().map(mean -> 1 / hours(mean)).toList(),
                java.util.Collections.nCopies(n - 1, 1.0));
    }

    private static Distribution mixture(Lasting.Mixture mixture) {
        double sum = mixture.parts().stream().mapToDouble(Lasting.Part::weight).sum();
        return new Mixture(mixture.parts().stream()
                .map(part -> new Mixture.Part(part.weight() / sum, of(part.lasting())))
                .toList());
    }
}
