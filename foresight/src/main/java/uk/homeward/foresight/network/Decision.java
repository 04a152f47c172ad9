package uk.homeward.foresight.network;

import java.util.List;

/** Where a human chooses: takes no time, and its options' shares add up to 1. */
public record Decision(String name, List<Option> options) {

    public Decision {
        options = List.copyOf(options);
        double sum = options.stream().mapToDouble(Option::share).sum();
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    "the shares of decision (" + name + ") add up to (" + sum + "). Maybe: make them add up to 1");
        }
    }
}
