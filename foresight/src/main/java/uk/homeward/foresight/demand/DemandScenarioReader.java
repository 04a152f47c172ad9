package uk.homeward.foresight.demand;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads a {@link DemandScenario} from YAML; the format stands in {@code docs/demand.md}. */
public final class DemandScenarioReader {

    private final Population population;
    private final Set<String> ids = new HashSet<>();

    private DemandScenarioReader(Population population) {
        this.population = population;
    }

    /** Reads a file against the population it will be played with; throws with every fault. */
    public static DemandScenario read(Path file, Population population) {
        Faults faults = new Faults();
        return new DemandScenarioReader(population).scenario(Yaml.read(file, faults), faults);
    }

    /** Reads text, with the name that faults will carry. */
    public static DemandScenario parse(String file, String text, Population population) {
        Faults faults = new Faults();
        return new DemandScenarioReader(population).scenario(Yaml.parse(file, text, faults), faults);
    }

    private DemandScenario scenario(Yaml yaml, Faults faults) {
        yaml.allow(
                "title",
                "base",
                "horizon",
                "areas",
                "from-age",
                "occupancy",
                "beds-now",
                "stated",
                "assumptions",
                "source");
        int base = year(yaml.get("base"));
        int horizon = year(yaml.get("horizon"));
        if (horizon <= base) {
            yaml.get("horizon")
                    .fault("the horizon (" + horizon + ") is not after the base year (" + base + ")", "a later year");
        }
        String title = yaml.get("title").text();
        List<String> areas = yaml.get("areas").items().stream().map(this::area).toList();
        Distribution occupancy = occupancy(yaml.get("occupancy"));
        Double bedsNow = yaml.has("beds-now") ? positive(yaml.get("beds-now")) : null;
        List<Assumption> assumptions = yaml.optional("assumptions").items().stream()
                .map(this::assumption)
                .toList();
        DemandScenario.@Nullable Stated stated = yaml.has("stated") ? stated(yaml.get("stated")) : null;
        int fromAge = yaml.whole("from-age", 0);
        faults.throwIfAny();
        return new DemandScenario(
                title, base, horizon, horizon, areas, fromAge, occupancy, bedsNow, stated, assumptions);
    }

    private int year(Yaml yaml) {
        int year = yaml.whole();
        if (year < population.firstYear() || year > population.lastYear()) {
            yaml.fault(
                    "the year (" + year + ") is outside the population",
                    population.firstYear() + " to " + population.lastYear());
        }
        return year;
    }

    private String area(Yaml yaml) {
        String area = yaml.text();
        if (!population.areas().contains(area)) {
            yaml.fault("there is no population for (" + area + ")", "one of " + population.areas());
        }
        return area;
    }

    private static DemandScenario.Stated stated(Yaml yaml) {
        yaml.allow("more", "source");
        return new DemandScenario.Stated(
                yaml.get("more").number(), yaml.get("source").text());
    }

    private static Double positive(Yaml yaml) {
        double value = yaml.number();
        if (!(value > 0)) {
            yaml.fault("there must be more beds than (" + value + ")", "write a number above 0");
        }
        return value;
    }

    private Assumption assumption(Yaml yaml) {
        yaml.allow("id", "title", "effect", "from-age", "value", "range", "source");
        String id = yaml.get("id").text();
        if (!ids.add(id)) {
            yaml.get("id").fault("the assumption (" + id + ") stands twice", "give each its own id");
        }
        return new Assumption(
                id,
                yaml.get("title").text(),
                effect(yaml.get("effect"), yaml.whole("from-age", 0)),
                belief(yaml),
                yaml.get("source").text());
    }

    private static Effect effect(Yaml yaml, int fromAge) {
        return switch (yaml.text()) {
            case "growth a year" -> new Effect.Growth();
            case "avoided admissions" -> new Effect.AvoidedAdmissions(fromAge);
            case "shorter stays" -> new Effect.ShorterStays(fromAge);
            case "healthier years" -> new Effect.HealthierYears(fromAge);
            default -> {
                yaml.fault(
                        "the effect (" + yaml.text() + ") is not known",
                        "growth a year, avoided admissions, shorter stays or healthier years");
                yield new Effect.Growth();
            }
        };
    }

    private static Distribution occupancy(Yaml yaml) {
        Distribution belief = yaml.isMap() ? range(yaml) : new Distribution.Fixed(yaml.number());
        if (!(belief.quantile(0.1) > 0 && belief.quantile(0.9) <= 1)) {
            yaml.fault("the occupancy is no share", "write it as 0.85, or as low: 0.85 and high: 0.92");
        }
        return belief;
    }

    private static Distribution belief(Yaml yaml) {
        if (yaml.has("range")) {
            return range(yaml.get("range"));
        }
        return new Distribution.Fixed(yaml.get("value").number());
    }

    private static Distribution range(Yaml yaml) {
        yaml.allow("low", "high", "shape", "likeliest");
        double low = yaml.get("low").number();
        double high = yaml.get("high").number();
        String shape = yaml.text("shape", "normal");
        return valid(yaml, () -> switch (shape) {
            case "normal" -> new Distribution.Normal(low, high);
            case "uniform" -> new Distribution.Uniform(low, high);
            case "triangular" ->
                new Distribution.Triangular(low, yaml.get("likeliest").number(), high);
            default ->
                throw new IllegalArgumentException(
                        "the shape (" + shape + ") is not known. Maybe: normal, uniform or triangular");
        });
    }

    private static Distribution valid(Yaml yaml, Supplier<Distribution> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String[] parts = String.valueOf(e.getMessage()).split("\\. Maybe: ", 2);
            yaml.fault(parts[0], parts.length > 1 ? parts[1] : "mend the range");
            return new Distribution.Fixed(0);
        }
    }
}
