package uk.homeward.journey.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table read from CSV (RFC 4180, UTF-8, header row) whose rows remember the file and line where they stand.
 *
 * <p>Reading never throws for wrong content: each fault is added to the {@link Faults} that were handed in.
 */
public final class Csv {

    private final String file;
    private final Faults faults;
    private final List<String> header;
    private final List<CsvRow> rows;

    private Csv(String file, Faults faults, List<CsvText.Line> lines) {
        this.file = file;
        this.faults = faults;
        this.header = lines.isEmpty()
                ? List.of()
                : lines.getFirst().values().stream().map(String::strip).toList();
        this.rows = lines.stream().skip(1).map(this::row).toList();
    }

    /** Reads a file; a file that is missing or is not UTF-8 is a fault and reads as a table without rows. */
    public static Csv read(Path path, Faults faults) {
        try {
            return parse(path.toString(), Files.readString(path), faults);
        } catch (NoSuchFileException e) {
            faults.add(path.toString(), 0, "there is no such file", "check the name and the folder");
        } catch (CharacterCodingException e) {
            faults.add(path.toString(), 0, "the file is not UTF-8", "save it as CSV UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Csv(path.toString(), faults, List.of());
    }

    /** Parses text; {@code file} is the name that faults will carry. */
    public static Csv parse(String file, String text, Faults faults) {
        Csv csv = new Csv(file, faults, CsvText.split(file, text, faults));
        if (csv.header.isEmpty()) {
            faults.add(file, 1, "the header row is missing", "name the columns on the first line");
        }
        return csv;
    }

    private CsvRow row(CsvText.Line line) {
        List<String> values = line.values();
        boolean fits = values.size() == header.size();
        if (!fits) {
            String what = "the row has (" + values.size() + ") values where the header names " + header.size();
            faults.add(file, line.line(), what, "quote values that hold commas, and keep empty values");
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < Math.min(values.size(), header.size()); i++) {
            named.put(header.get(i), values.get(i).strip());
        }
        return new CsvRow(file, line.line(), fits ? faults : new Faults(), named);
    }

    /** Requires exactly these columns, in any order: one that is missing, unknown or named twice is a fault. */
    public Csv columns(String... names) {
        if (header.isEmpty()) {
            return this;
        }
        List<String> missing = new ArrayList<>(List.of(names));
        missing.removeAll(header);
        missing.forEach(name -> fault("the column (" + name + ") is missing", "add it to the header and to each row"));
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!List.of(names).contains(name)) {
                fault("the column (" + name + ") is not known here", "one of " + List.of(names));
            } else if (!seen.add(name)) {
                fault("the column (" + name + ") stands twice", "keep one of them");
            }
        }
        return missing.isEmpty() ? this : new Csv(file, faults, List.of());
    }

    private void fault(String what, String maybe) {
        faults.add(file, 1, what, maybe);
    }

    public String file() {
        return file;
    }

    /** The column names, in the order of the file. */
    public List<String> header() {
        return header;
    }

    public List<CsvRow> rows() {
        return rows;
    }
}
