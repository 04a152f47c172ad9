package uk.homeward.journey.pathway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.source.Yaml;

/** Reads how people arrive by a route. */
final class ArrivalsReader {

    private final Map<String, List<String>> attributes;

    ArrivalsReader(Map<String, List<String>> attributes) {
        this.attributes = attributes;
    }

    Route.Arrivals read(Yaml at) {
        at.allow(
                "per-day",
                "by-hour",
                "by-weekday",
                "by-month",
                "growth-per-year",
                "sources",
                "attributes",
                "population");
        double perDay = at.get("per-day").number();
        if (perDay < 0) {
            at.get("per-day").fault("arrivals cannot be negative (" + perDay + ")", "write people per day");
        }
        Map<String, Map<String, Double>> mix = new LinkedHashMap<>();
        at.optional("attributes").entries().forEach((name, values) -> {
            if (!attributes.containsKey(name)) {
                values.fault("there is no attribute (" + name + ")", "declare it under 'attributes'");
            }
            mix.put(name, shares(values, attributes.getOrDefault(name, List.of())));
        });
        return new Route.Arrivals(
                perDay,
                weights(at.optional("by-hour"), 24),
                weights(at.optional("by-weekday"), 7),
                weights(at.optional("by-month"), 12),
                at.number("growth-per-year", 0),
                shares(at.optional("sources"), List.of()),
                mix,
                at.whole("population", 0));
    }

    private static Map<String, Double> shares(Yaml at, List<String> known) {
        Map<String, Double> shares = new LinkedHashMap<>();
        at.entries().forEach((name, share) -> {
            if (!known.isEmpty() && !known.contains(name)) {
                share.fault("there is no value (" + name + ")", "one of " + known);
            }
            shares.put(name, share.number());
        });
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!shares.isEmpty() && Math.abs(sum - 1) > 1e-6) {
            at.fault("these shares add up to " + Math.round(sum * 1e6) / 1e6 + ", not 1", "mend one of them");
        }
        return shares;
    }

    /** Weights with exactly {@code count} entries of which at least one is above zero, or none at all. */
    static List<Double> weights(Yaml at, int count) {
        List<Double> weights = at.items().stream().map(Yaml::number).toList();
        if (weights.isEmpty()) {
            return weights;
        }
        if (weights.size() != count) {
            at.fault(
                    count + " numbers were expected, " + weights.size() + " stand here", "count them, or leave it out");
        }
        if (weights.stream().anyMatch(w -> w < 0) || weights.stream().allMatch(w -> w == 0)) {
            at.fault("weights must not be negative, and not all zero", "1 is the average");
        }
        return weights;
    }
}
