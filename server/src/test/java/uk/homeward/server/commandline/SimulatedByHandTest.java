package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two rooms in a row whose every number can be worked out on paper: the answer is compared with it field by field. */
class SimulatedByHandTest {

    private static final String SCENARIO = Path.of(
                    System.getProperty("homeward.root"), "docs/examples/scenarios/by-hand.yaml")
            .toString();
    private static final double THIRD = 1.0 / 3;
    private static final double YEAR = 365.25;

    @TempDir
    private Path folder;

    private final List<String> seen = new ArrayList<>();

    private static String simulate(String... more) {
        List<String> args = new ArrayList<>(List.of(SCENARIO, "--replications", "3"));
        args.addAll(List.of(more));
        PlanningRun run = PlanningRun.of(new SimulateCommand(), args.toArray(String[]::new));
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static JsonNode json() {
        return JsonMapper.shared().readTree(simulate("--json"));
    }

    /** All five numbers of a quantity: mean and interval are one here, as nothing is left to chance. */
    private void is(JsonNode parent, String key, double mean, double p5, double p95) {
        JsonNode node = parent.path(key);
        assertThat(node.properties().stream().map(Map.Entry::getKey))
                .as(key)
                .containsExactly("mean", "low", "high", "p5", "p95");
        for (String number : List.of("mean", "low", "high")) {
            assertThat(node.path(number).asDouble())
                    .as(key + " " + number)
                    .isCloseTo(mean, within(1e-5 + 1e-5 * Math.abs(mean)));
        }
        assertThat(node.path("p5").asDouble()).as(key + " p5").isCloseTo(p5, within(1e-5 + 0.016 * p5));
        assertThat(node.path("p95").asDouble()).as(key + " p95").isCloseTo(p95, within(1e-5 + 0.016 * p95));
        seen.add(key);
    }

    private void is(JsonNode parent, String key, double value) {
        is(parent, key, value, value, value);
    }

    private void told(JsonNode node, String... alsoPlain) {
        seen.addAll(List.of(alsoPlain));
        assertThat(node.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(seen);
        seen.clear();
    }

    @Test
    void poolsTellWhatPaperTells() {
        JsonNode one = json().path("pools").path("one");
        assertThat(one.path("capacity").asInt()).isEqualTo(1);
        is(one, "occupancy", 1);
        is(one, "share", 1);
        is(one, "blocked", THIRD, 0, 1);
        is(one, "queue", 2);
        is(one, "waitHours", 6);
        is(one, "throughputPerDay", 8);
        is(one, "full", 1);
        is(one, "costPerYear", 100 * YEAR);
        told(one, "capacity", "shareInStandard");
        is(one.path("shareInStandard"), "moved-in-90-minutes", 1);
        is(one.path("shareInStandard"), "moved-in-30-minutes", 0);
        told(one.path("shareInStandard"));
        JsonNode two = json().path("pools").path("two");
        is(two, "blocked", 0);
        is(two, "queue", THIRD, 0, 1);
        is(two, "waitHours", 1);
        is(two, "throughputPerDay", 8);
        is(two, "costPerYear", 50 * YEAR);
    }

    @Test
    void stepsTellWhatPaperTells() {
        JsonNode first = json().path("steps").path("first");
        is(first, "occupancy", 2 * THIRD, 0, 1);
        is(first, "queue", 2);
        is(first, "blocked", THIRD, 0, 1);
        is(first, "waitHours", 6);
        is(first, "waited", 1);
        is(first, "startedPerDay", 8);
        is(first, "throughputPerDay", 8);
        is(first, "lapsedPerDay", 0);
        is(first, "turnedAwayPerDay", 0);
        told(first, "shareInStandard");
        JsonNode second = json().path("steps").path("second");
        is(second, "occupancy", 1);
        is(second, "queue", THIRD, 0, 1);
        is(second, "blocked", 0);
        is(second, "waitHours", 1);
        is(second.path("shareInStandard"), "moved-in-90-minutes", 1);
    }

    @Test
    void exitsDecisionsArrivalsStandardsAndCostTellWhatPaperTells() {
        JsonNode answer = json();
        for (JsonNode rate : List.of(
                answer.path("exits").path("out"),
                answer.path("arrivals").path("all"),
                answer.path("decisions").path("further").path("needed"))) {
            is(rate, "perDay", 8);
            is(rate, "count", 8 * 59);
            told(rate);
        }
        JsonNode standard = answer.path("standards").path("moved-in-90-minutes");
        is(standard, "met", 1);
        is(standard, "hours", 1);
        is(standard, "judgedPerDay", 8);
        assertThat(standard.path("target").asDouble()).isEqualTo(0.9);
        told(standard, "target");
        is(answer.path("cost"), "usedPerYear", 150 * YEAR);
        assertThat(answer.path("cost").path("providedPerYear").asDouble()).isEqualTo(150 * YEAR);
        is(answer, "journeys", 4);
        assertThat(answer.path("warmUpHours").asInt()).isEqualTo(31 * 24);
        assertThat(answer.path("hours").asInt()).isEqualTo(59 * 24);
        assertThat(answer.path("start").asString()).isEqualTo("2026-01-01T00:00");
    }

    @Test
    void periodsTellTheSameOfEachMonth() {
        JsonNode periods = json().path("periods");
        assertThat(periods.size()).isEqualTo(2);
        JsonNode february = periods.get(0);
        assertThat(february.path("from").asString()).isEqualTo("2026-02-01T00:00");
        assertThat(february.path("to").asString()).isEqualTo("2026-03-01T00:00");
        JsonNode one = february.path("pools").path("one");
        is(one, "occupancy", 1);
        is(one, "blocked", THIRD);
        is(one, "queue", 2);
        is(one, "waitHours", 6);
        is(one, "throughputPerDay", 8);
        told(one, "capacity", "shareInStandard");
        JsonNode first = february.path("steps").path("first");
        is(first, "occupancy", 2 * THIRD);
        is(first, "queue", 2);
        is(first, "blocked", THIRD);
        is(first, "waitHours", 6);
        is(first, "throughputPerDay", 8);
        told(first, "shareInStandard");
        is(february.path("exits").path("out"), "count", 8 * 28);
        is(periods.get(1).path("arrivals").path("all"), "count", 8 * 31);
        is(february.path("standards").path("moved-in-90-minutes"), "met", 1);
        is(february.path("cost"), "usedPerYear", 150 * YEAR);
    }

    @Test
    void theCsvHasALineForEachNumberOfTheJson() {
        Map<String, String> lines = new TreeMap<>();
        for (String line : simulate("--csv").lines().toList()) {
            String[] cells = line.split(",", 6);
            assertThat(lines.put(String.join(",", List.of(cells).subList(0, 5)), cells[5]))
                    .isNull();
        }
        assertThat(lines)
                .containsEntry("from,to,what,name,quantity", "mean,low,high,p5,p95")
                .containsEntry(",,pools,one,throughputPerDay", "8,8,8,8,8")
                .containsEntry(",,pools,one,capacity", "1,,,,")
                .containsEntry(",,pools,two,shareInStandard.moved-in-90-minutes", "1,1,1,1,1")
                .containsEntry(",,cost,,usedPerYear", "54787.5,54787.5,54787.5,54787.5,54787.5")
                .containsEntry("2026-02-01T00:00,2026-03-01T00:00,exits,out,count", "224,224,224,224,224");
        assertThat(lines.size() - 1).isEqualTo(numbers(json(), 0));
    }

    /** Quantities of the JSON: those with five numbers, and plain numbers of pools, standards and cost. */
    private static int numbers(JsonNode node, int depth) {
        if (node.has("mean")) {
            return 1;
        }
        int sum = 0;
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            JsonNode value = part.getValue();
            if (value.isArray()) {
                for (JsonNode one : value) {
                    sum += one.isObject() ? numbers(one, depth) : 0;
                }
            } else {
                boolean plain = !value.isObject() && depth > 0;
                sum += value.isObject() ? numbers(value, depth + 1) : plain ? 1 : 0;
            }
        }
        return sum;
    }

    @Test
    void theEventsTellEachPersonsWayThroughBothRooms() throws SQLException {
        Path file = folder.resolve("events.parquet");
        simulate("--events", file.toString());
        String query = """
            SELECT count(*) FILTER (type = 'JourneyOpened'), count(*) FILTER (type = 'DecisionMade'),
                count(*) FILTER (type = 'StepStarted' AND step = 'second'),
                count(*) FILTER (type = 'StepLeft' AND step = 'first'),
                count(*) FILTER (type = 'JourneyEnded' AND exit = 'out'), count(DISTINCT subject)
            FROM '%s'
            """.formatted(file);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            long journeys = 90 * 8; // 31 days of warm-up and 59 more
            assertThat(row.getLong(1)).isBetween(journeys, journeys + 4);
            assertThat(row.getLong(2)).isBetween(journeys - 2, journeys + 1);
            assertThat(row.getLong(3)).isBetween(journeys - 2, journeys + 1);
            assertThat(row.getLong(4)).isEqualTo(row.getLong(3)); // they give the first room up as the second begins
            assertThat(row.getLong(5)).isBetween(journeys - 2, journeys);
            assertThat(row.getLong(6)).isEqualTo(row.getLong(1));
        }
    }
}
