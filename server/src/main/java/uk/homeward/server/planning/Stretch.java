package uk.homeward.server.planning;

import java.time.Duration;
import uk.homeward.journey.pathway.Amounts;
import uk.homeward.journey.pathway.Lasting;

/** Durations that last so many times as long. */
final class Stretch {

    private Stretch() {}

    static Lasting of(Lasting lasting, double times) {
        return switch (lasting) {
            case Lasting.Fixed(Duration value) -> new Lasting.Fixed(by(value, times));
            case Lasting.Exponential(Duration mean) -> new Lasting.Exponential(by(mean, times));
            case Lasting.Lognormal(Duration mean, Duration sd) -> new Lasting.Lognormal(by(mean, times), by(sd, times));
            case Lasting.Gamma(Duration mean, Duration sd) -> new Lasting.Gamma(by(mean, times), by(sd, times));
            case Lasting.Weibull(double shape, Duration scale) -> new Lasting.Weibull(shape, by(scale, times));
            case Lasting.Uniform(Duration from, Duration to) -> new Lasting.Uniform(by(from, times), by(to, times));
            case Lasting.Triangular(Duration least, Duration mode, Duration most) ->
                new Lasting.Triangular(by(least, times), by(mode, times), by(most, times));
            case Lasting.Phases phases ->
                new Lasting.Phases(
                        phases.means().stream().map(m -> by(m, times)).toList());
            case Lasting.Empirical empirical ->
                new Lasting.Empirical(
                        empirical.values().stream().map(v -> by(v, times)).toList());
            case Lasting.Mixture mixture ->
                new Lasting.Mixture(mixture.parts().stream()
                        .map(p -> new Lasting.Part(p.weight(), of(p.lasting(), times)))
                        .toList());
        };
    }

    private static Duration by(Duration duration, double times) {
        return Amounts.seconds(Amounts.seconds(duration) * times);
    }
}
