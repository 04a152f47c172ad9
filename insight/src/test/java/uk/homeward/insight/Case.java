package uk.homeward.insight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One outside case, or an object within it. */
public record Case(Map<String, @Nullable Object> values) {

    @SuppressWarnings("unchecked")
    static Case of(Object parsed) {
        return new Case((Map<String, @Nullable Object>) parsed);
    }

    public @Nullable Object value(String key) {
        return values.get(key);
    }

    public Case inner(String key) {
        return of(requireNonNull(value(key), key));
    }

    public String text(String key) {
        return (String) requireNonNull(value(key), key);
    }

    public boolean flag(String key) {
        return (Boolean) requireNonNull(value(key), key);
    }

    public List<?> list(String key) {
        return (List<?>) requireNonNull(value(key), key);
    }

    public @Nullable Object at(String key, int index) {
        return list(key).get(index);
    }

    /** A number, null as NaN. */
    public double number(String key) {
        return number(value(key));
    }

    /** An array of numbers, null as NaN. */
    public double[] numbers(String key) {
        return numbers(list(key));
    }

    public static double[] numbers(@Nullable Object list) {
        return ((List<?>) requireNonNull(list))
                .stream().mapToDouble(Case::number).toArray();
    }

    public static double number(@Nullable Object value) {
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }
}
