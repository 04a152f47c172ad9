package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.List;

/**
 * How long something lasts, for foresight: a distribution over durations. All times are non-negative; means and standard
 * deviations are those of the duration itself (not of its logarithm).
 */
public sealed interface Lasting {

    /** The expected duration. */
    Duration mean();

    record Fixed(Duration value) implements Lasting {
        @Override
        public Duration mean() {
            return value;
        }
    }

    record Exponential(Duration mean) implements Lasting {}

    record Lognormal(Duration mean, Duration sd) implements Lasting {}

    record Gamma(Duration mean, Duration sd) implements Lasting {}

    /** Weibull with a shape above 0 (below 1: the longer it lasted, the longer it will) and a scale. */
    record Weibull(double shape, Duration scale) implements Lasting {
        @Override
        public Duration mean() {
            return Amounts.seconds(Amounts.seconds(scale) * Amounts.gamma(1 + 1 / shape));
        }
    }

    record Uniform(Duration from, Duration to) implements Lasting {
        @Override
        public Duration mean() {
            return from.plus(to).dividedBy(2);
        }
    }

    record Triangular(Duration least, Duration mode, Duration most) implements Lasting {
        @Override
        public Duration mean() {
            return least.plus(mode).plus(most).dividedBy(3);
        }
    }

    /** Hypo-exponential: phases that follow one another, each exponential (Erlang where all means are equal). */
    record Phases(List<Duration> means) implements Lasting {
        public Phases {
            means = List.copyOf(means);
        }

        @Override
        public Duration mean() {
            return means.stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** One of the observed values, each as likely as the other. */
    record Empirical(List<Duration> values) implements Lasting {
        public Empirical {
            values = List.copyOf(values);
        }

        @Override
        public Duration mean() {
            return values.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(values.size());
        }
    }

    /** One of several distributions, by weight. */
    record Mixture(List<Part> parts) implements Lasting {
        public Mixture {
            parts = List.copyOf(parts);
        }

        @Override
        public Duration mean() {
            double weight = parts.stream().mapToDouble(Part::weight).sum();
            double seconds = parts.stream()
                    .mapToDouble(p -> p.weight() * Amounts.seconds(p.lasting().mean()))
                    .sum();
            return Amounts.seconds(seconds / weight);
        }
    }

    record Part(double weight, Lasting lasting) {}
}
