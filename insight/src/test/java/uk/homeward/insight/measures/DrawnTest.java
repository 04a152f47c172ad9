package uk.homeward.insight.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.insight.events.FactFolder;

/**
 * Every shipped measure on a timeline so small that its answer can be checked by eye: files of the folder
 * {@code measures} beside the tests. Lines of events, {@code as of}, then for each measure its rows.
 */
class DrawnTest {

    private static final MeasureBook BOOK = MeasureBook.load(Timeline.PLACE.resolve("measures"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> timelinesComeToWhatTheEyeSees() throws IOException {
        return drawings().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    @Test
    void noShippedMeasureIsBrokenOrWithoutATimeline() throws IOException {
        assertThat(BOOK.quarantined()).isEmpty();
        TreeSet<String> without = new TreeSet<>();
        BOOK.measures().forEach(m -> without.add(m.id()));
        for (Path file : drawings()) {
            read(file).keySet().forEach(q -> without.remove(q.split(" ")[0]));
        }
        assertThat(without).as("measures without a timeline").isEmpty();
        assertThat(BOOK.measures()).hasSizeGreaterThan(9);
    }

    private void check(Path file) throws IOException {
        Path facts = folder.resolve(file.getFileName().toString());
        List<String> lines = lines(file);
        String asOf = lines.stream()
                .filter(l -> l.startsWith("as of"))
                .findFirst()
                .orElseThrow()
                .substring(6);
        Timeline.publish(lines.stream().takeWhile(l -> !l.startsWith("as of")).toList(), asOf, facts);
        try (MeasureEngine engine =
                MeasureEngine.open(FactFolder.open(facts), PlaceTables.of(Timeline.BIRMINGHAM, Timeline.PLACE))) {
            SoftAssertions soft = new SoftAssertions();
            for (Map.Entry<String, List<String>> asked : read(file).entrySet()) {
                soft.assertThat(String.join("\n", answer(engine, asked.getKey())))
                        .as(asked.getKey())
                        .isEqualTo(String.join("\n", asked.getValue()));
            }
            soft.assertAll();
        }
    }

    private static List<String> answer(MeasureEngine engine, String question) {
        String[] words = question.split(" ");
        Measure measure = BOOK.find(words[0])
                .orElseThrow(() -> new AssertionError("no measure " + words[0] + "; " + BOOK.quarantined()))
                .hidingNothing();
        Grain grain = question.contains(" daily") ? Grain.DAY : Grain.MONTH;
        String by = question.contains(" by ") ? question.replaceAll(".* by (\\S+).*", "$1") : null;
        List<MeasureRow> rows =
                engine.run(measure, new Request(grain, by, null, null)).rows();
        return rows.isEmpty()
                ? List.of("no data")
                : rows.stream()
                        .filter(r -> by == null || r.group() != null)
                        .filter(r -> !question.contains(" only ") || question.contains(" only " + r.group()))
                        .map(r -> line(grain, r))
                        .toList();
    }

    private static String line(Grain grain, MeasureRow row) {
        StringBuilder line = new StringBuilder(grain.title(row.period()));
        if (row.group() != null) {
            line.append(' ').append(row.group());
        }
        line.append(' ').append(row.value() == null ? "-" : number(row.value()));
        if (row.denominator() != null) {
            line.append(" (")
                    .append(number(row.numerator()))
                    .append(" of ")
                    .append(number(row.denominator()))
                    .append(')');
        } else {
            line.append(" (").append(row.n()).append(')');
        }
        return line.toString();
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").isEmpty()
                ? "0"
                : text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static Map<String, List<String>> read(Path file) throws IOException {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        String question = "";
        for (String line : lines(file).stream()
                .dropWhile(l -> !l.startsWith("as of"))
                .skip(1)
                .toList()) {
            if (line.startsWith("= ")) {
                question = line.substring(2).strip();
                asked.put(question, new ArrayList<>());
            } else {
                asked.getOrDefault(question, new ArrayList<>()).add(line.strip().replaceAll("\\s+", " "));
            }
        }
        return asked;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .toList();
    }

    private static List<Path> drawings() throws IOException {
        Path drawn = Path.of(System.getProperty("homeward.root"), "insight/src/test/resources/measures");
        try (Stream<Path> files = Files.list(drawn)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }
}
