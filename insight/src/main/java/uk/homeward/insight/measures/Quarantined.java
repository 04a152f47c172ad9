package uk.homeward.insight.measures;

import java.util.List;
import java.util.stream.Collectors;
import uk.homeward.journey.source.Fault;

/** A measure that cannot be run as it is written; the others go on without it. */
public record Quarantined(String file, List<Fault> faults) {

    public Quarantined {
        faults = List.copyOf(faults);
    }

    /** All reasons, one a line. */
    public String reason() {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }
}
