package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.foresight.forecast.Forecast;
import uk.homeward.foresight.forecast.Line;
import uk.homeward.foresight.forecast.Quantity;

/** A forecast as text that is kept: JSON with numbers of four decimals. */
final class ForecastText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Everything; quantities as keys are written as {@code KIND name}. */
    record Content(Forecast forecast, Map<String, Double> asNow) {}

    private ForecastText() {}

    static String write(Forecast forecast, Map<Quantity, Double> asNow) {
        Map<String, Double> named = new LinkedHashMap<>();
        asNow.forEach((quantity, value) -> named.put(quantity.kind() + " " + quantity.of(), value));
        return JSON.writeValueAsString(new Content(rounded(forecast), named));
    }

    static Forecast forecast(String text) {
        return JSON.readValue(text, Content.class).forecast();
    }

    static Map<Quantity, Double> asNow(String text) {
        Map<Quantity, Double> quantities = new LinkedHashMap<>();
        JSON.readValue(text, Content.class).asNow().forEach((name, value) -> {
            String[] parts = name.split(" ", 2);
            quantities.put(new Quantity(Quantity.Kind.valueOf(parts[0]), parts[1]), value);
        });
        return quantities;
    }

    private static Forecast rounded(Forecast f) {
        List<Line> lines = new ArrayList<>();
        for (Line line : f.lines()) {
            lines.add(new Line(
                    line.quantity(),
                    line.at(),
                    line.quantiles().stream().map(ForecastText::rounded).toList()));
        }
        return new Forecast(f.start(), f.people(), f.runs(), f.seed(), lines, f.days(), f.runOut(), f.oneMore());
    }

    private static double[] rounded(double[] values) {
        return java.util.Arrays.stream(values)
                .map(v -> Double.isNaN(v) ? v : Math.round(v * 1e4) / 1e4)
                .toArray();
    }
}
