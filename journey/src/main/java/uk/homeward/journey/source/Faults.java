package uk.homeward.journey.source;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a definition, so that a user mends them all at once and not one at a time. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String file, int line, String what, String maybe) {
        found.add(new Fault(file, line, what, maybe));
    }

    /** Adds a fault at the line where {@code at} stands. */
    public void add(Yaml at, String what, String maybe) {
        add(at.file(), at.line(), what, maybe);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All faults, ordered by file and line. */
    public List<Fault> list() {
        return found.stream()
                .sorted(java.util.Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }

    /** Throws {@link FaultyDefinition} with all faults if there are any. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FaultyDefinition(list());
        }
    }
}
