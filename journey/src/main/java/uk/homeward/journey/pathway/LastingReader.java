package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.source.Yaml;

/** Reads {@code lasts: 2 h}, {@code lasts: {lognormal: {mean: 6.5 d, sd: 6 d}}} and their kind. */
final class LastingReader {

    private static final String KINDS =
            "fixed, exponential, lognormal, gamma, weibull, uniform, triangular, phases, empirical, mixture";

    private LastingReader() {}

    static Lasting read(Yaml at) {
        if (at.isScalar()) {
            return new Lasting.Fixed(Amounts.read(at));
        }
        if (at.entries().size() != 1) {
            at.fault("one distribution was expected here (" + at.keys() + ")", "name exactly one of " + KINDS);
            return new Lasting.Fixed(Duration.ofDays(1));
        }
        String kind = at.keys().iterator().next();
        return read(kind, at.get(kind));
    }

    private static Lasting read(String kind, Yaml of) {
        return switch (kind) {
            case "fixed" -> new Lasting.Fixed(Amounts.read(of));
            case "exponential" ->
                new Lasting.Exponential(
                        positive(of.isScalar() ? of : of.allow("mean").get("mean")));
            case "lognormal" -> spread(of, false);
            case "gamma" -> spread(of, true);
            case "weibull" -> weibull(of.allow("shape", "scale"));
            case "uniform" -> uniform(of.allow("from", "to"));
            case "triangular" -> triangular(of.allow("least", "mode", "most"));
            case "phases" -> new Lasting.Phases(amounts(of));
            case "empirical" -> new Lasting.Empirical(amounts(of));
            case "mixture" -> mixture(of);
            default -> {
                of.fault("the distribution (" + kind + ") is not known", "one of " + KINDS);
                yield new Lasting.Fixed(Duration.ofDays(1));
            }
        };
    }

    private static Lasting spread(Yaml of, boolean gamma) {
        of.allow("mean", "sd");
        Duration mean = positive(of.get("mean"));
        Duration sd = positive(of.get("sd"));
        return gamma ? new Lasting.Gamma(mean, sd) : new Lasting.Lognormal(mean, sd);
    }

    private static Lasting weibull(Yaml of) {
        double shape = of.get("shape").number();
        if (shape <= 0) {
            of.get("shape").fault("a Weibull shape must be above 0 (" + shape + ")", "1 is the exponential");
        }
        return new Lasting.Weibull(shape <= 0 ? 1 : shape, positive(of.get("scale")));
    }

    private static Lasting uniform(Yaml of) {
        Duration from = Amounts.read(of.get("from"));
        Duration to = Amounts.read(of.get("to"));
        if (from.compareTo(to) > 0) {
            of.fault("'from' (" + Amounts.text(from) + ") is after 'to' (" + Amounts.text(to) + ")", "swap them");
        }
        return new Lasting.Uniform(from, to);
    }

    private static Lasting triangular(Yaml of) {
        Duration least = Amounts.read(of.get("least"));
        Duration mode = Amounts.read(of.get("mode"));
        Duration most = Amounts.read(of.get("most"));
        if (least.compareTo(mode) > 0 || mode.compareTo(most) > 0) {
            of.fault("least, mode and most are not in rising order", "write the smallest first");
        }
        return new Lasting.Triangular(least, mode, most);
    }

    private static Lasting mixture(Yaml of) {
        List<Lasting.Part> parts = new ArrayList<>();
        for (Yaml part : of.items()) {
            part.allow("weight", "lasts");
            double weight = part.get("weight").number();
            if (weight <= 0) {
                part.fault("a weight must be above 0 (" + weight + ")", "leave the part out");
            }
            parts.add(new Lasting.Part(Math.max(weight, 1e-9), read(part.get("lasts"))));
        }
        if (parts.isEmpty()) {
            of.fault("a mixture needs parts", "write '- {weight: 1, lasts: 2 h}'");
            return new Lasting.Fixed(Duration.ofDays(1));
        }
        return new Lasting.Mixture(parts);
    }

    private static List<Duration> amounts(Yaml of) {
        List<Duration> amounts = of.items().stream().map(Amounts::read).toList();
        if (amounts.isEmpty()) {
            of.fault("at least one duration was expected", "write a list such as [1 d, 2 d, 5 d]");
            return List.of(Duration.ofDays(1));
        }
        return amounts;
    }

    private static Duration positive(Yaml at) {
        Duration value = Amounts.read(at);
        if (value.isZero()) {
            at.fault("a duration above zero was expected (" + at.text() + ")", "write for example 30 min");
            return Duration.ofDays(1);
        }
        return value;
    }
}
