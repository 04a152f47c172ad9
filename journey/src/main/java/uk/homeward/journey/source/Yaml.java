package uk.homeward.journey.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML value that remembers the file and line where it stands.
 *
 * <p>Reading never throws for a wrong shape: the fault is added to the {@link Faults} that were handed in and a
 * harmless value comes back, so that one pass finds every fault of a file.
 */
public final class Yaml {

    private final String file;
    private final int line;
    private final Faults faults;
    private final @Nullable String scalar;
    private final @Nullable List<Yaml> list;
    private final @Nullable Map<String, Yaml> map;

    private Yaml(
            String file,
            int line,
            Faults faults,
            @Nullable String scalar,
            @Nullable List<Yaml> list,
            @Nullable Map<String, Yaml> map) {
        this.file = file;
        this.line = line;
        this.faults = faults;
        this.scalar = scalar;
        this.list = list;
        this.map = map;
    }

    /** Reads a file; a file that is missing or is not YAML is a fault and reads as an empty mapping. */
    public static Yaml read(Path path, Faults faults) {
        try {
            return parse(path.toString(), Files.readString(path), faults);
        } catch (java.nio.file.NoSuchFileException e) {
            faults.add(path.toString(), 0, "there is no such file", "check the name and the folder");
            return empty(path.toString(), 0, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses text; {@code file} is the name that faults will carry. */
    public static Yaml parse(String file, String text, Faults faults) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(true) // reported by us, with the line
                    .build();
            Optional<Node> node = new Compose(settings).composeString(text);
            return node.map(n -> of(file, n, faults)).orElseGet(() -> empty(file, 1, faults));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            faults.add(file, line, "this is not YAML: " + e.getProblem(), "check indentation, colons and quotes");
        } catch (YamlEngineException e) {
            faults.add(file, 0, "this is not YAML: " + e.getMessage(), "check indentation, colons and quotes");
        } catch (StackOverflowError e) { // the parser has no limit of its own
            faults.add(file, 0, "this is nested deeper than can be read", "check for brackets that are never closed");
        }
        return empty(file, 0, faults);
    }

    private static Yaml empty(String file, int line, Faults faults) {
        return new Yaml(file, line, faults, null, null, Map.of());
    }

    private static Yaml of(String file, Node node, Faults faults) {
        int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        return switch (node) {
            case ScalarNode s -> new Yaml(file, line, faults, s.getValue(), null, null);
            case SequenceNode s -> {
                List<Yaml> items = new ArrayList<>();
                s.getValue().forEach(item -> items.add(of(file, item, faults)));
                yield new Yaml(file, line, faults, null, items, null);
            }
            case MappingNode m -> new Yaml(file, line, faults, null, null, entries(file, m, faults));
            default -> empty(file, line, faults);
        };
    }

    private static Map<String, Yaml> entries(String file, MappingNode node, Faults faults) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Yaml key = of(file, tuple.getKeyNode(), faults);
            String name = key.scalar == null ? "" : key.scalar;
            if (entries.put(name, of(file, tuple.getValueNode(), faults)) != null) {
                faults.add(key, "the key (" + name + ") stands twice", "keep one of them");
            }
        }
        return entries;
    }

    /**
     * This value with another laid over it: mappings are merged key by key, anything else is replaced. Each part keeps the
     * file and line where it was written, so a fault is told at the place that somebody has to mend.
     *
     * @param alternatives under these keys a mapping with other keys takes the place of what stands there: a triangular
     *     duration is not a part of a lognormal one
     */
    public Yaml overlay(Yaml over, Set<String> alternatives) {
        if (map == null || over.map == null) {
            return over;
        }
        Map<String, Yaml> merged = new LinkedHashMap<>(map);
        over.map.forEach((key, value) -> merged.merge(
                key,
                value,
                (a, b) -> alternatives.contains(key) && !a.keys().equals(b.keys()) ? b : a.overlay(b, alternatives)));
        return new Yaml(file, line, faults, null, null, merged);
    }

    public String file() {
        return file;
    }

    /** The line where this value starts, counted from 1. */
    public int line() {
        return line;
    }

    public boolean isMap() {
        return map != null;
    }

    public boolean isList() {
        return list != null;
    }

    public boolean isScalar() {
        return scalar != null;
    }

    /** The keys of a mapping, in the order of the file. */
    public Set<String> keys() {
        return map == null ? Set.of() : map.keySet();
    }

    /** The entries of a mapping in the order of the file; a fault if this is something else. */
    public Map<String, Yaml> entries() {
        if (map == null && !isBlank()) {
            fault("a mapping was expected here" + found(), "write 'key: value' lines, indented");
        }
        return map == null ? Map.of() : map;
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<Yaml> items() {
        if (list != null) {
            return list;
        }
        return isBlank() ? List.of() : List.of(this);
    }

    public boolean has(String key) {
        return map != null && map.containsKey(key);
    }

    /** The value under {@code key}, if it is there. */
    public Optional<Yaml> find(String key) {
        return map == null ? Optional.empty() : Optional.ofNullable(map.get(key));
    }

    /** The value under {@code key}; its absence is a fault and reads as blank. */
    public Yaml get(String key) {
        Optional<Yaml> value = find(key);
        if (value.isEmpty()) {
            fault("'" + key + "' is missing", "add a line '" + key + ": ...' here");
        }
        return value.orElseGet(() -> new Yaml(file, line, faults, "", null, null));
    }

    /** The value under {@code key}, or a blank one without a fault. */
    public Yaml optional(String key) {
        return find(key).orElseGet(() -> new Yaml(file, line, faults, "", null, null));
    }

    /** True for an absent, empty or null value. */
    public boolean isBlank() {
        if (scalar != null) {
            return scalar.isBlank() || scalar.equals("null") || scalar.equals("~");
        }
        return list != null ? list.isEmpty() : map == null || map.isEmpty();
    }

    /** This value as text; a list or mapping is a fault. */
    public String text() {
        if (scalar == null) {
            fault("a single value was expected here" + found(), "write one word or sentence");
            return "";
        }
        return isBlank() ? "" : scalar.strip();
    }

    public String text(String key, String otherwise) {
        return has(key) ? get(key).text() : otherwise;
    }

    /** This value as a number; anything else is a fault and reads as 0. */
    public double number() {
        String text = text();
        try {
            double value = Double.parseDouble(text.replace("_", ""));
            if (!Double.isFinite(value)) {
                fault("a finite number was expected (" + text + ")", "write digits, such as 12 or 0.5");
                return 0;
            }
            return value;
        } catch (NumberFormatException e) {
            fault("a number was expected (" + text + ")", "write digits, such as 12 or 0.5");
            return 0;
        }
    }

    public double number(String key, double otherwise) {
        return has(key) ? get(key).number() : otherwise;
    }

    /** This value as a whole number. */
    public int whole() {
        double value = number();
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            fault("a whole number was expected (" + scalar + ")", "leave out the fraction");
            return 0;
        }
        return (int) value;
    }

    public int whole(String key, int otherwise) {
        return has(key) ? get(key).whole() : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String text = get(key).text();
        if (!text.equals("true") && !text.equals("false")) {
            get(key).fault("true or false was expected (" + text + ")", "write true or false");
        }
        return text.equals("true");
    }

    /** The texts of a list (or a single one) under {@code key}; absent means none. */
    public List<String> texts(String key) {
        return optional(key).items().stream().map(Yaml::text).toList();
    }

    /** Any key that is not in {@code allowed} is a fault: a misspelt key must never be ignored. */
    public Yaml allow(String... allowed) {
        Set<String> known = Set.of(allowed);
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                value.fault("the key (" + key + ") is not known here", "one of " + new TreeSet<>(known));
            }
        });
        return this;
    }

    /** Adds a fault at this value's line. */
    public void fault(String what, String maybe) {
        faults.add(this, what, maybe);
    }

    public Faults faults() {
        return faults;
    }

    private String found() {
        if (list != null) {
            return " (a list stands here)";
        }
        return map != null ? " (a mapping stands here)" : " (" + scalar + ")";
    }

    @Override
    public String toString() {
        return file + ":" + line + (scalar == null ? "" : " " + scalar);
    }
}
