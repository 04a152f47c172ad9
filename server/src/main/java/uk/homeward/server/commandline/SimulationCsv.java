package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of a simulation as one table: each line is a number of the JSON, under the same words, so that the two cannot
 * tell different things.
 */
final class SimulationCsv {

    private static final List<String> NUMBERS = List.of("mean", "low", "high", "p5", "p95");
    private static final List<String> UNNAMED = List.of("cost", "journeys"); // they belong to the whole place

    private static final List<String> HEADINGS =
            List.of("from", "to", "what", "name", "quantity", "mean", "low", "high", "p5", "p95");

    private final List<List<Object>> rows = new ArrayList<>();

    private SimulationCsv() {}

    static Sheet of(ObjectNode answer) {
        SimulationCsv csv = new SimulationCsv();
        csv.all("", "", answer);
        for (JsonNode period : answer.path("periods")) {
            csv.all(period.path("from").asString(), period.path("to").asString(), period);
        }
        return new Sheet("results", "Results", HEADINGS, csv.rows);
    }

    private void all(String from, String to, JsonNode node) {
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            if (part.getValue().isObject()) {
                List<String> where = new ArrayList<>(List.of(from, to, part.getKey()));
                if (UNNAMED.contains(part.getKey())) {
                    where.add("");
                }
                lines(where, part.getValue());
            }
        }
    }

    private void lines(List<String> where, JsonNode node) {
        if (node.has("mean")) {
            line(where, NUMBERS.stream().map(n -> cell(node.path(n))).toList());
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> part : node.properties()) {
                List<String> deeper = new ArrayList<>(where);
                deeper.add(part.getKey());
                lines(deeper, part.getValue());
            }
        } else {
            line(where, List.of(cell(node), Sheet.EMPTY, Sheet.EMPTY, Sheet.EMPTY, Sheet.EMPTY));
        }
    }

    private void line(List<String> where, List<Object> numbers) {
        List<Object> cells = new ArrayList<>(where.subList(0, Math.min(4, where.size())));
        cells.add(String.join(".", where.subList(Math.min(4, where.size()), where.size())));
        cells.addAll(numbers);
        rows.add(List.copyOf(cells));
    }

    private static Object cell(JsonNode number) {
        return number.isNumber() ? (Object) number.asDouble() : Sheet.EMPTY;
    }
}
