package uk.homeward.insight.measures;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.journey.source.Faults;

/** The measures of a place, and those that cannot be used as they are written. */
public final class MeasureBook {

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Quarantined> quarantined = new ArrayList<>();

    private MeasureBook() {}

    /** Reads all {@code .sql} files of a folder, in the order of their names; a folder that is not there has none. */
    public static MeasureBook load(Path folder) {
        MeasureBook book = new MeasureBook();
        if (!Files.isDirectory(folder)) {
            return book;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(".sql")).sorted().forEach(book::read);
            return book;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the measures of (" + folder + ") cannot be read: " + e.getMessage() + ". Maybe: check its rights",
                    e);
        }
    }

    private void read(Path path) {
        String file = path.getFileName().toString();
        try {
            add(file, Files.readString(path));
        } catch (CharacterCodingException e) {
            Faults faults = new Faults();
            faults.add(file, 0, "the file is not UTF-8", "save it as UTF-8");
            quarantined.add(new Quarantined(file, faults.list()));
        } catch (IOException e) {
            Faults faults = new Faults();
            faults.add(file, 0, "the file cannot be read: " + e.getMessage(), "check its rights");
            quarantined.add(new Quarantined(file, faults.list()));
        }
    }

    private void add(String file, String text) {
        Faults faults = new Faults();
        Measure measure = MeasureFile.read(file, text, faults);
        if (measures.containsKey(measure.id())) {
            String other = measures.get(measure.id()).file();
            faults.add(file, 1, "the id (" + measure.id() + ") is taken by " + other, "give one of them another id");
        }
        if (faults.isEmpty()) {
            measures.put(measure.id(), measure);
        } else {
            quarantined.add(new Quarantined(file, faults.list()));
        }
    }

    /** Those that can be run, in the order of their files. */
    public List<Measure> measures() {
        return List.copyOf(measures.values());
    }

    public List<Quarantined> quarantined() {
        return List.copyOf(quarantined);
    }

    public Optional<Measure> find(String id) {
        return Optional.ofNullable(measures.get(id));
    }
}
