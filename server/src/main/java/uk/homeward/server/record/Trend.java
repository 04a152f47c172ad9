package uk.homeward.server.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import uk.homeward.server.record.Fact.Kind;

/**
 * One kind of result over time.
 *
 * @param facts newest first
 */
public record Trend(String title, List<Fact> facts) {

    private static final int SHOWN = 12;
    private static final int BEFORE = 3;
    private static final double MUCH = 0.1;

    public Trend {
        facts = List.copyOf(facts);
    }

    /** Every kind of result, the newest first, at most so many. */
    static List<Trend> of(List<Fact> facts, int most) {
        Map<String, List<Fact>> byKey = new LinkedHashMap<>();
        facts.stream()
                .filter(f -> f.kind() == Kind.RESULT && !f.title().isBlank())
                .sorted(Comparator.comparing(Fact::when).reversed())
                .forEach(f ->
                        byKey.computeIfAbsent(f.key(), k -> new ArrayList<>()).add(f));
        return byKey.values().stream()
                .limit(most)
                .map(told -> new Trend(told.getFirst().title(), told))
                .toList();
    }

    public Fact newest() {
        return facts.getFirst();
    }

    /** {@code 71 ml/min}, or the words of a result that is no number. */
    public String latest() {
        return text(newest());
    }

    public static String text(Fact f) {
        Double value = f.value();
        String number = value == null
                ? ""
                : value == Math.rint(value)
                        ? String.valueOf(Math.round(value))
                        : String.format(Locale.UK, "%.1f", value);
        return (number + " " + f.unit() + " " + f.detail()).strip().replaceAll("\\s+", " ");
    }

    /** The last numbers, oldest first. */
    public List<Fact> numbers() {
        return facts.stream()
                .filter(f -> f.value() != null)
                .limit(SHOWN)
                .toList()
                .reversed();
    }

    /** How the last number lies beside those before it, in one word. */
    public String direction() {
        List<Double> values =
                numbers().stream().map(f -> Objects.requireNonNull(f.value())).toList();
        if (values.size() < 2) {
            return "";
        }
        double last = values.getLast();
        double before = values.subList(Math.max(0, values.size() - 1 - BEFORE), values.size() - 1).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(last);
        double change = before == 0 ? 0 : (last - before) / Math.abs(before);
        return change > MUCH ? "rising" : change < -MUCH ? "falling" : "steady";
    }

    /** The last numbers as a line, with their words for those who do not see it. */
    public String svg() {
        List<Fact> numbers = numbers();
        return numbers.size() < 2 ? "" : Sparkline.svg(numbers, title);
    }
}
