package uk.homeward.journey.capacity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * When the place is under how much pressure: the file {@code escalation.yaml} of its folder.
 *
 * @param needs so many indicators must be at a level for it to be reached
 * @param keeps a level is kept at least so long
 */
public record EscalationPlan(int needs, Duration keeps, List<Indicator> indicators) {

    /** A place that has no such file is always at level 1. */
    public static final EscalationPlan NONE = new EscalationPlan(1, Duration.ZERO, List.of());

    public EscalationPlan {
        indicators = List.copyOf(indicators);
    }

    /** What an indicator reads. */
    public enum Reads {
        /** The share of a pool's usable places that is taken or held, in percent. */
        OCCUPANCY,
        /** People who are ready and still in a hospital bed. */
        READY,
        /** Those of them who have been ready for seven nights or more. */
        READY_WEEK,
        /** People who wait for a place. */
        WAITING,
        /** Running clocks whose time is over. */
        LATE
    }

    /**
     * A figure with its limits.
     *
     * @param pool for {@link Reads#OCCUPANCY}; empty for the others
     * @param limits from which value it is at level 2, 3 and 4
     */
    public record Indicator(
            String id, String title, Reads reads, String pool, String unit, List<Double> limits, String source) {

        public Indicator {
            limits = List.copyOf(limits);
        }

        /** The level at which this figure alone is. */
        public int level(double value) {
            return 1 + (int) limits.stream().filter(limit -> value >= limit).count();
        }
    }

    /**
     * Reads it from the place's folder.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file
     */
    public static EscalationPlan load(Path folder) {
        Path file = folder.resolve("escalation.yaml");
        if (!Files.exists(file)) {
            return NONE;
        }
        Faults faults = new Faults();
        Yaml yaml = Yaml.read(file, faults).allow("needs", "keeps-hours", "indicators");
        Set<String> ids = new HashSet<>();
        EscalationPlan plan = new EscalationPlan(
                Math.max(1, yaml.whole("needs", 2)),
                Duration.ofMinutes(Math.round(60 * yaml.number("keeps-hours", 2))),
                yaml.get("indicators").items().stream()
                        .map(i -> indicator(i, ids))
                        .toList());
        faults.throwIfAny();
        return plan;
    }

    private static Indicator indicator(Yaml yaml, Set<String> ids) {
        yaml.allow("id", "title", "reads", "pool", "unit", "limits", "source");
        List<Double> limits =
                yaml.get("limits").items().stream().map(Yaml::number).toList();
        boolean rising = limits.size() == 3 && limits.get(0) <= limits.get(1) && limits.get(1) <= limits.get(2);
        if (!rising) {
            yaml.get("limits").fault("these are not three rising limits " + limits, "[85, 92, 98]");
        }
        Reads reads = reads(yaml);
        if (reads == Reads.OCCUPANCY && yaml.text("pool", "").isEmpty()) {
            yaml.fault("the pool is missing", "name it: pool: acute-beds");
        }
        return new Indicator(
                id(yaml, ids),
                yaml.get("title").text(),
                reads,
                yaml.text("pool", ""),
                yaml.text("unit", ""),
                limits,
                yaml.get("source").text());
    }

    private static Reads reads(Yaml yaml) {
        String word = yaml.get("reads").text().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(Reads.values())
                .filter(r -> r.name().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    yaml.get("reads")
                            .fault("nothing is read by this word", "occupancy, ready, ready-week, waiting or late");
                    return Reads.LATE;
                });
    }

    private static String id(Yaml yaml, Set<String> ids) {
        String id = yaml.get("id").text();
        if (!ids.add(id)) {
            yaml.fault("the id stands twice (" + id + ")", "give each its own");
        }
        return id;
    }
}
