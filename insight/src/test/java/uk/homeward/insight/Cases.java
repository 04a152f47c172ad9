package uk.homeward.insight;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads outside cases (JSON is a subset of YAML 1.2); tests that need them are left out where they are not at hand. */
public final class Cases {

    private Cases() {}

    /** The folder of outside cases; without it the calling test is left out, and says so. */
    public static Path folder() {
        Path folder = Path.of(System.getProperty("homeward.root", "."), "..", "shared", "cases")
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "left out: no outside cases in " + folder);
        return folder;
    }

    /** One case for each line. */
    public static List<Case> lines(String file) {
        try (Stream<String> lines = Files.lines(folder().resolve(file))) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> Case.of(parse(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements of a file that holds one array. */
    public static List<Case> array(String file) {
        try {
            return ((List<?>) parse(Files.readString(folder().resolve(file))))
                    .stream().map(element -> Case.of(requireNonNull(element))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object parse(String json) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(50_000_000).build();
        return requireNonNull(new Load(settings).loadFromString(json));
    }
}
