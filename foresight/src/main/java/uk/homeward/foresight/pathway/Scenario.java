package uk.homeward.foresight.pathway;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * A pathway with some lines written differently, and the time for which it is played. Nothing of the pathway is copied
 * into the engine: what a scenario does not change is what runs care.
 *
 * @param start local time
 * @param warmUpHours statistics count from here
 * @param hours how long after the warm-up, unless the user asks for another time
 * @param periods how results are cut into reporting periods
 * @param changes what is changed, in words, such as {@code pools.home-places.capacity: 1230}
 * @param later how the pathway is written from later days on, in order of time
 */
public record Scenario(
        String id,
        String title,
        Pathway pathway,
        LocalDateTime start,
        double warmUpHours,
        double hours,
        Period periods,
        List<String> changes,
        List<Later> later) {

    /** Nothing changes on a later day but capacities. */
    public Scenario(
            String id,
            String title,
            Pathway pathway,
            LocalDateTime start,
            double warmUpHours,
            double hours,
            Period periods,
            List<String> changes) {
        this(id, title, pathway, start, warmUpHours, hours, periods, changes, List.of());
    }

    /** The whole pathway as it is from a day on; it differs from the one before in numbers alone. */
    public record Later(LocalDate from, Pathway pathway) {}

    /** How results are cut into reporting periods. */
    public enum Period {
        NONE,
        WEEK,
        MONTH,
        YEAR
    }

    public Scenario {
        changes = List.copyOf(changes);
        later = List.copyOf(later);
    }

    /** Reads a file; throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault. */
    public static Scenario load(Path file) {
        Faults faults = new Faults();
        return new ScenarioReader(Yaml.read(file, faults)).read();
    }

    /** Reads text; {@code file} is the name that faults carry, and pathways are looked up beside it. */
    public static Scenario parse(String file, String text) {
        Faults faults = new Faults();
        return new ScenarioReader(Yaml.parse(file, text, faults)).read();
    }

    /** The same scenario, played for another time after its warm-up. */
    public Scenario lasting(double otherHours) {
        return new Scenario(id, title, pathway, start, warmUpHours, otherHours, periods, changes, later);
    }
}
