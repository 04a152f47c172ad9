package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The outside cases through the command line: the same keys, the same order of points, 1e-9 relative. */
final class StatsCasesTest {

    private static final Map<String, String> COMMANDS =
            Map.of("life_expectancy", "life-expectancy", "sii_point", "sii");

    @TestFactory
    Stream<DynamicTest> rates() throws IOException {
        List<String> lines = lines("rates/rate_cases.jsonl");
        return lines.stream().map(line -> test(line, command(CaseRun.JSON.readTree(line))));
    }

    @TestFactory
    Stream<DynamicTest> charts() throws IOException {
        return lines("spc/series_cases.jsonl").stream().map(line -> test(line, "spc"));
    }

    private static String command(JsonNode line) {
        String function = line.path("fn").stringValue();
        return COMMANDS.getOrDefault(function, function);
    }

    private static DynamicTest test(String line, String command) {
        JsonNode outside = CaseRun.JSON.readTree(line);
        return DynamicTest.dynamicTest(outside.path("id").stringValue(), () -> {
            CaseRun run =
                    CaseRun.of(StatsCommand::new, List.of(outside.path("input").toString()), command);
            assertThat(run.exitCode()).isZero();
            assertSame("", run.answers().getFirst(), outside.path("expected"));
        });
    }

    private static void assertSame(String path, JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            assertThat(actual.propertyNames()).as(path).containsExactlyElementsOf(expected.propertyNames());
            expected.propertyNames().forEach(key -> assertSame(path + "/" + key, actual.path(key), expected.path(key)));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            IntStream.range(0, expected.size())
                    .forEach(i -> assertSame(path + "/" + i, actual.path(i), expected.path(i)));
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(path).isTrue();
            double value = expected.doubleValue();
            assertThat(Math.abs(actual.doubleValue() - value))
                    .as(path)
                    .isLessThanOrEqualTo(1e-9 * Math.max(1e-12, Math.abs(value)));
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    private static List<String> lines(String file) throws IOException {
        Path folder = Path.of(System.getProperty("homeward.root", "."), "..", "shared", "cases")
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "left out: no outside cases in " + folder);
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
