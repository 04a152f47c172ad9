package uk.homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** Every hazard of docs/safety has controls whose tests are there, are run and so must pass. */
class HazardLogTest {

    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")));
    private static final int NOT_ACCEPTED = 15;

    private final Map<String, String> tests = tests();
    private final List<CsvRow> hazards = hazards();

    @Test
    void every_control_has_a_test_that_is_run() {
        assertThat(hazards).isNotEmpty().allSatisfy(hazard -> {
            List<String> named = Arrays.asList(hazard.text("tests").split(";", -1));
            assertThat(named).as(hazard.text("id")).isNotEmpty().allSatisfy(this::isRun);
        });
    }

    @Test
    void every_hazard_says_what_may_happen_and_what_is_done() {
        assertThat(hazards)
                .allSatisfy(hazard -> assertThat(Stream.of("hazard", "causes", "harm", "controls")
                                .map(hazard::text))
                        .as(hazard.text("id"))
                        .noneMatch(String::isBlank));
        assertThat(hazards.stream().map(hazard -> hazard.text("id"))).doesNotHaveDuplicates();
    }

    @Test
    void controls_lower_the_risk_to_what_is_accepted() {
        assertThat(hazards).allSatisfy(hazard -> {
            int severity = score(hazard, "severity");
            int before = score(hazard, "likelihood_before");
            int after = score(hazard, "likelihood_after");
            assertThat(after).as(hazard.text("id")).isLessThan(before);
            assertThat(severity * after).as(hazard.text("id")).isLessThan(NOT_ACCEPTED);
        });
    }

    private static int score(CsvRow hazard, String column) {
        int score = Integer.parseInt(hazard.text(column));
        assertThat(score).as(hazard.text("id") + " " + column).isBetween(1, 5);
        return score;
    }

    /** {@code name} is a class, or a class and a method behind a hash. */
    private void isRun(String name) {
        String[] parts = name.split("#", -1);
        assertThat(tests).as("the test class of " + name).containsKey(parts[0]);
        String source = String.valueOf(tests.get(parts[0]));
        assertThat(source)
                .as(name)
                .containsPattern("@(Parameterized|Repeated)?Test\\b")
                .doesNotContain("@Disabled");
        if (parts.length > 1) {
            assertThat(source).as(name).contains(" " + parts[1] + "(");
        }
    }

    private static List<CsvRow> hazards() {
        Faults faults = new Faults();
        List<CsvRow> rows =
                Csv.read(ROOT.resolve("docs/safety/hazards.csv"), faults).rows();
        faults.throwIfAny();
        return rows;
    }

    /** The sources of all test classes by their simple names. */
    private static Map<String, String> tests() {
        return Stream.of("journey", "insight", "foresight", "server")
                .map(house -> ROOT.resolve(house).resolve("src/test/java"))
                .flatMap(HazardLogTest::files)
                .filter(file -> file.toString().endsWith("Test.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        HazardLogTest::read,
                        (one, other) -> one + other));
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
