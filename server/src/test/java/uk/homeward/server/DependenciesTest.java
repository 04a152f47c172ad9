package uk.homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The audit of what others wrote: each part is known with its licence, and none is older than a weakness was mended in. */
class DependenciesTest {

    /** {@code .../group/parts/artifact/version/artifact-version.jar!/...} */
    private static final Pattern JAR = Pattern.compile("/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "LGPL-2.1-only",
            "MPL-1.1",
            "MPL-2.0",
            "0BSD",
            "CC0-1.0",
            "Unicode-3.0",
            "EPL-1.0",
            "GPL-2.0-with-classpath-exception",
            "GPL");

    /** What runs the tests is no part of what is shipped. */
    private static final Pattern OURS_OR_THE_BUILDS = Pattern.compile("uk/homeward|org/apache/maven/surefire");

    private record Part(String group, String artifact, String version) {}

    @Test
    void every_part_is_known_with_a_licence_that_fits() throws IOException {
        List<String[]> known = table("dependencies.csv");
        Set<String> names = known.stream().map(k -> k[0] + ":" + k[1]).collect(Collectors.toCollection(TreeSet::new));

        assertThat(parts())
                .as("parts on the class path")
                .hasSizeGreaterThan(100)
                .allSatisfy(part -> assertThat(names)
                        .as("look at this part, then add it to docs/dependencies.csv")
                        .contains(part.group() + ":" + part.artifact()));
        assertThat(known)
                .allSatisfy(k -> assertThat(k[2].split(" or "))
                        .as(k[0] + ":" + k[1])
                        .isNotEmpty()
                        .allMatch(LICENCES::contains));
    }

    @Test
    void no_part_is_older_than_a_known_weakness_was_mended_in() throws IOException {
        List<Part> parts = parts();
        List<String> weak = new ArrayList<>();
        int looked = 0;
        for (String[] advisory : table("advisories.csv")) {
            for (Part part : parts) {
                if (part.group().equals(advisory[0]) && part.artifact().equals(advisory[1])) {
                    looked++;
                    if (compare(part.version(), advisory[2]) < 0) {
                        weak.add(part + ": " + advisory[3] + ", " + advisory[4]);
                    }
                }
            }
        }
        assertThat(weak).isEmpty();
        assertThat(looked).as("advisories about parts that we have").isGreaterThan(10);
    }

    @Test
    void versions_are_compared_by_number() {
        assertThat(compare("42.7.14", "42.7.2")).isPositive();
        assertThat(compare("2.13.4", "2.13.4.2")).isNegative();
        assertThat(compare("33.2.1-jre", "32.0.0")).isPositive();
        assertThat(compare("2.0", "2.0.0")).isZero();
    }

    private static int compare(String one, String other) {
        int[] a = numbers(one);
        int[] b = numbers(other);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int difference = Integer.compare(i < a.length ? a[i] : 0, i < b.length ? b[i] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int[] numbers(String version) {
        return java.util.Arrays.stream(version.split("[^0-9]+"))
                .filter(n -> !n.isEmpty())
                .mapToInt(n -> Integer.parseInt(n.substring(0, Math.min(9, n.length()))))
                .toArray();
    }

    private static List<Part> parts() throws IOException {
        Set<Part> parts = new java.util.LinkedHashSet<>();
        for (URL manifest :
                Collections.list(DependenciesTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            Matcher matcher = JAR.matcher(manifest.toString());
            if (matcher.find() && !OURS_OR_THE_BUILDS.matcher(matcher.group(1)).lookingAt()) {
                parts.add(new Part(matcher.group(1).replace('/', '.'), matcher.group(2), matcher.group(3)));
            }
        }
        return List.copyOf(parts);
    }

    private static List<String[]> table(String name) throws IOException {
        Path file = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")))
                .resolve("docs")
                .resolve(name);
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
