package uk.homeward.foresight.network;

import java.util.List;

/** What may differ between people and matter to their journeys: each value with its share. */
public record Trait(String name, List<Value> values) {

    /** One value of a trait and the share of people who have it. */
    public record Value(String name, double share) {}

    public Trait {
        values = List.copyOf(values);
        double sum = values.stream().mapToDouble(Value::share).sum();
        if (Math.abs(sum - 1) > 1e-6 || values.size() > 255) {
            throw new IllegalArgumentException("the shares of trait (" + name + ") add up to (" + sum + ") over "
                    + values.size() + " values. Maybe: make them add up to 1, over at most 255 values");
        }
    }

    /** The position of a value; -1 if there is none of this name. */
    public int indexOf(String value) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).name().equals(value)) {
                return i;
            }
        }
        return -1;
    }
}
