package uk.homeward.foresight.network;

import java.util.List;
import java.util.Map;

/**
 * Where people come from.
 *
 * @param first the step, decision or exit to which they go
 * @param mix shares of traits that differ from the network's, by trait, in the order of its values
 */
public record Source(String name, Arrivals arrivals, String first, Map<String, List<Double>> mix) {

    public Source {
        mix = Map.copyOf(mix);
    }

    public static Source of(String name, Arrivals arrivals, String first) {
        return new Source(name, arrivals, first, Map.of());
    }
}
