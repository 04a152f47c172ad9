package uk.homeward.foresight.chance;

import java.util.List;

/** One of several distributions, each with its share; shares add up to 1. */
public record Mixture(List<Part> parts) implements Distribution {

    /** One part of a mixture. */
    public record Part(double share, Distribution distribution) {
        public Part {
            Refuse.negative("a share of a mixture", share);
        }
    }

    public Mixture {
        parts = List.copyOf(parts);
        double sum = parts.stream().mapToDouble(Part::share).sum();
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    "the shares of a mixture add up to (" + sum + "). Maybe: make them add up to 1");
        }
    }

    @Override
    public double sample(Chance chance) {
        double u = chance.uniform();
        for (int i = 0; i < parts.size() - 1; i++) {
            u -= parts.get(i).share();
            if (u < 0) {
                return parts.get(i).distribution().sample(chance);
            }
        }
        return parts.get(parts.size() - 1).distribution().sample(chance);
    }

    @Override
    public double mean() {
        return parts.stream()
                .mapToDouble(p -> p.share() * p.distribution().mean())
                .sum();
    }

    @Override
    public double variance() {
        double mean = mean();
        return parts.stream()
                        .mapToDouble(p -> p.share()
                                * (p.distribution().variance()
                                        + Math.pow(p.distribution().mean(), 2)))
                        .sum()
                - mean * mean;
    }

    @Override
    public double cdf(double x) {
        return parts.stream()
                .mapToDouble(p -> p.share() * p.distribution().cdf(x))
                .sum();
    }
}
