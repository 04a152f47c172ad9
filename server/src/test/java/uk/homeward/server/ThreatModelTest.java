package uk.homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model says is held against the code, and each item of ASVS 5.0.0 level 2 against the tests that there are. */
class ThreatModelTest {

    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")));
    private static final Pattern ALGORITHM =
            Pattern.compile("getInstance\\(\"([A-Za-z0-9-]+)\"|JWSAlgorithm\\.([A-Z0-9]+)");
    private static final Pattern SECRET = Pattern.compile("-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE"
            + " KEY|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{30}|(?:password|secret)\\s*[:=]\\s*['\"][^'\"\\s]{12,}");
    private static final int OF_LEVEL_1 = 70;
    private static final int OF_LEVEL_2 = 183;

    private record Item(String number, int level, String how, List<String> tests, String words) {}

    @Test
    void every_algorithm_in_code_stands_in_the_inventory_and_no_weak_one_is_used() {
        String model = read(ROOT.resolve("docs/threat-model.md"));
        Set<String> used = new TreeSet<>();
        for (Path file : sources("main", ".java")) {
            ALGORITHM
                    .matcher(read(file))
                    .results()
                    .forEach(r -> used.add(r.group(1) != null ? r.group(1) : r.group(2)));
        }
        assertThat(used).isNotEmpty().doesNotContain("MD5", "SHA-1", "SHA1", "DES", "RC4", "HS256", "NONE");
        assertThat(used.stream().map(a -> a.replace("SHA-256", "SHA-256")).toList())
                .allSatisfy(algorithm -> assertThat(model).contains(algorithm));
    }

    @Test
    void what_must_not_be_guessed_is_never_drawn_from_a_weak_source() {
        List<String> weak = sources("main", ".java").stream()
                .filter(f ->
                        !f.toString().contains("/foresight/") && !f.toString().contains("/demo/"))
                .filter(f -> Pattern.compile("new Random\\(|Math\\.random|ThreadLocalRandom")
                        .matcher(read(f))
                        .find())
                .map(Path::toString)
                .toList();
        assertThat(weak).isEmpty();
    }

    @Test
    void no_secret_stands_in_the_repository_and_no_script_stores_anything_in_the_browser() {
        for (Path file : all()) {
            String text = read(file);
            assertThat(SECRET.matcher(text).find()).as("a secret in %s", file).isFalse();
            boolean script =
                    file.toString().contains("/frontend/") && file.toString().endsWith(".js");
            assertThat(script && text.matches("(?s).*\\b(localStorage|sessionStorage|indexedDB)\\b.*"))
                    .as("stored in the browser by %s", file)
                    .isFalse();
        }
    }

    @Test
    void every_test_that_the_threat_model_names_is_there() {
        Set<String> tests = tests();
        Set<String> named = Pattern.compile("`([A-Z][A-Za-z]+Test)`")
                .matcher(read(ROOT.resolve("docs/threat-model.md")))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(tests).containsAll(named);
    }

    @Test
    void each_item_of_asvs_is_mapped_once_to_a_test_that_is_there_or_to_somebody_or_says_why_not() {
        List<Item> items = items();
        assertThat(items)
                .extracting(Item::number)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("\\d+\\.\\d+\\.\\d+"));
        assertThat(items).filteredOn(i -> i.level() == 1).hasSize(OF_LEVEL_1);
        assertThat(items).filteredOn(i -> i.level() == 2).hasSize(OF_LEVEL_2);
        Set<String> tests = tests();
        assertThat(items).allSatisfy(item -> {
            assertThat(item.how()).as(item.number()).isIn("test", "deployer", "none");
            assertThat(item.words()).as(item.number()).isNotBlank();
            assertThat(item.tests().isEmpty())
                    .as(item.number())
                    .isEqualTo(!item.how().equals("test"));
            assertThat(tests).as(item.number()).containsAll(item.tests());
        });
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (String line : read(ROOT.resolve("docs/asvs.csv")).lines().skip(1).toList()) {
            List<String> cells = cells(line);
            List<String> tests =
                    cells.get(4).isBlank() ? List.of() : List.of(cells.get(4).split(" "));
            items.add(new Item(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(3), tests, cells.get(5)));
        }
        return items;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The names of all classes of tests that hold at least one. */
    private static Set<String> tests() {
        return sources("test", "Test.java").stream()
                .filter(f -> read(f).contains("@Test")
                        || read(f).contains("@ArchTest")
                        || read(f).contains("@ParameterizedTest"))
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static List<Path> sources(String kind, String end) {
        List<Path> files = new ArrayList<>();
        for (String house : List.of("journey", "insight", "foresight", "server")) {
            Path folder = ROOT.resolve(house).resolve("src").resolve(kind).resolve("java");
            files.addAll(walk(folder).stream()
                    .filter(f -> f.toString().endsWith(end))
                    .toList());
        }
        return files;
    }

    private static List<Path> all() {
        return walk(ROOT).stream()
                .filter(f -> !f.toString().matches(".*/(target|node_modules|\\.git)/.*")
                        && !f.toString().contains("/src/test/"))
                .filter(f -> f.toString().matches(".*\\.(java|js|md|yaml|yml|properties|sql|xml|sh|csv|json|jte)"))
                .toList();
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
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
