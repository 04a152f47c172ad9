package uk.homeward.journey.source;

import java.util.List;
import java.util.stream.Collectors;

/** A definition (place, pathway, scenario) that cannot be used; carries every fault that was found. */
public final class FaultyDefinition extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public FaultyDefinition(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
