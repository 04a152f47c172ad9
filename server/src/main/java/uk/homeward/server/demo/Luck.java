package uk.homeward.server.demo;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.homeward.foresight.chance.Chance;
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
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Shift;

/**
 * Chance, by name: whoever asks for the same thing of the same journey always gets the same answer, in whatever order
 * things are asked for. Shares and durations are those of the pathway.
 */
final class Luck {

    private static final double HOUR = 3600;

    private final long seed;
    private final Map<Lasting, Distribution> distributions = new ConcurrentHashMap<>();

    Luck(long seed) {
        this.seed = seed;
    }

    /** The stream of {@code who} for {@code what}. */
    Chance chance(String who, String what) {
        return new Chance(Chance.key(Chance.key(seed, who), what));
    }

    /** A number strictly between 0 and 1. */
    double uniform(String who, String what) {
        return chance(who, what).uniform();
    }

    boolean happens(double share, String who, String what) {
        return uniform(who, what) < share;
    }

    <T> T any(List<T> list, String who, String what) {
        return list.get((int) (uniform(who, what) * list.size()));
    }

    /** A lognormal duration, for what the pathway says nothing about. */
    Duration about(Duration mean, Duration sd, String who, String what) {
        double hours =
                LogNormal.ofMean(mean.toSeconds() / HOUR, sd.toSeconds() / HOUR).sample(chance(who, what));
        return hours(hours);
    }

    /** How long something of the pathway lasts for someone with these attributes. */
    Duration lasting(Lasting lasting, List<Shift> shifts, Map<String, String> attributes, String who, String what) {
        Distribution distribution = distributions.computeIfAbsent(lasting, Luck::distribution);
        double factor = 1;
        for (Shift shift : shifts) {
            factor *= applies(shift, attributes) ? shift.times() : 1;
        }
        return hours(factor * distribution.sample(chance(who, what)));
    }

    /** Which option is chosen for someone with these attributes who has waited so many days. */
    Decision.Option option(
            Decision decision, Map<String, String> attributes, double daysDelayed, String who, String what) {
        double[] running = new double[decision.options().size()];
        double sum = 0;
        for (int i = 0; i < running.length; i++) {
            Decision.Option option = decision.options().get(i);
            double odds = option.share();
            for (Shift shift : option.shifts()) {
                if (applies(shift, attributes)) {
                    odds *= shift.times() * Math.pow(shift.perDayDelayed(), daysDelayed);
                }
            }
            sum += odds;
            running[i] = sum;
        }
        double u = uniform(who, what) * sum;
        int i = 0;
        while (i < running.length - 1 && u >= running[i]) {
            i++;
        }
        return decision.options().get(i);
    }

    private static boolean applies(Shift shift, Map<String, String> attributes) {
        return shift.when().entrySet().stream()
                .allMatch(e -> e.getValue().contains(attributes.getOrDefault(e.getKey(), "")));
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(Math.max(0, hours) * HOUR));
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 1000.0 / HOUR;
    }

    private static Distribution distribution(Lasting lasting) {
        return switch (lasting) {
            case Lasting.Fixed l -> new Fixed(hours(l.value()));
            case Lasting.Exponential l -> new Exponential(hours(l.mean()));
            case Lasting.Lognormal l -> LogNormal.ofMean(hours(l.mean()), hours(l.sd()));
            case Lasting.Gamma l -> Gamma.ofMean(hours(l.mean()), hours(l.sd()));
            case Lasting.Weibull l -> new Weibull(l.shape(), hours(l.scale()));
            case Lasting.Uniform l -> new Uniform(hours(l.from()), hours(l.to()));
            case Lasting.Triangular l -> new Triangular(hours(l.least()), hours(l.mode()), hours(l.most()));
            case Lasting.Phases l -> phases(l);
            case Lasting.Empirical l ->
                new Empirical(l.values().stream().mapToDouble(Luck::hours).toArray());
            case Lasting.Mixture l -> mixture(l);
        };
    }

    private static Distribution phases(Lasting.Phases phases) {
        List<Double> rates = phases.means().stream().map(m -> 1 / hours(m)).toList();
        return PhaseType.coxian(rates, Collections.nCopies(rates.size() - 1, 1.0));
    }

    private static Distribution mixture(Lasting.Mixture mixture) {
        double weight =
                mixture.parts().stream().mapToDouble(Lasting.Part::weight).sum();
        return new Mixture(mixture.parts().stream()
                .map(p -> new Mixture.Part(p.weight() / weight, distribution(p.lasting())))
                .toList());
    }
}
