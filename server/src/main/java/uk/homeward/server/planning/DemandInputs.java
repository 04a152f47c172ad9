package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.homeward.foresight.demand.Assumption;
import uk.homeward.foresight.demand.DemandScenario;
import uk.homeward.foresight.demand.Distribution;
import uk.homeward.foresight.demand.Effect;

/** What a planner may believe otherwise about demand: the ends of each belief, the occupancy, the last year. */
public final class DemandInputs {

    private final DemandScenario shipped;
    private final Map<String, String> given;
    private final List<String> faults = new ArrayList<>();
    private final DemandScenario scenario;

    DemandInputs(DemandScenario shipped, int lastYear, Map<String, String> given) {
        this.shipped = shipped;
        this.given = given;
        DemandScenario read = shipped;
        try {
            read = read(lastYear);
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        scenario = faults.isEmpty() ? read : shipped;
    }

    /** A belief in the form: its ends as people write them. */
    public record Field(String id, String title, String unit, String low, String high, String source) {}

    public List<String> faults() {
        return faults;
    }

    DemandScenario scenario() {
        return scenario;
    }

    public int last() {
        return scenario.last();
    }

    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Assumption a : scenario.assumptions()) {
            double times = times(a.effect());
            fields.add(field(a.id(), a.title(), unit(a.effect()), a.belief(), times, a.source()));
        }
        fields.add(field("occupancy", "occupancy that one accepts", "%", scenario.occupancy(), 100, ""));
        return fields;
    }

    private Field field(String id, String title, String unit, Distribution belief, double times, String source) {
        return new Field(
                id,
                title,
                unit,
                shown(id + "-low", times * low(belief)),
                shown(id + "-high", times * high(belief)),
                source);
    }

    private String shown(String name, double value) {
        return given.getOrDefault(
                name, String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", ""));
    }

    private static String unit(Effect effect) {
        return switch (effect) {
            case Effect.Growth g -> "% a year";
            case Effect.AvoidedAdmissions a -> "% of admissions from age " + a.fromAge();
            case Effect.ShorterStays s -> "% of stays from age " + s.fromAge();
            case Effect.HealthierYears h -> "years from age " + h.fromAge();
        };
    }

    private static double times(Effect effect) {
        return effect instanceof Effect.HealthierYears ? 1 : 100;
    }

    private static double low(Distribution belief) {
        return switch (belief) {
            case Distribution.Fixed f -> f.value();
            case Distribution.Normal n -> n.low();
            case Distribution.Uniform u -> u.low();
            case Distribution.Triangular t -> t.low();
        };
    }

    private static double high(Distribution belief) {
        return switch (belief) {
            case Distribution.Fixed f -> f.value();
            case Distribution.Normal n -> n.high();
            case Distribution.Uniform u -> u.high();
            case Distribution.Triangular t -> t.high();
        };
    }

    private DemandScenario read(int lastYear) {
        List<Assumption> assumptions = new ArrayList<>();
        for (Assumption a : shipped.assumptions()) {
            assumptions.add(new Assumption(
                    a.id(),
                    a.title(),
                    a.effect(),
                    belief(a.id(), a.belief(), times(a.effect()), -100, 1000),
                    a.source()));
        }
        Distribution occupancy = belief("occupancy", shipped.occupancy(), 100, 10, 99.9);
        int last = (int) number("last", shipped.last());
        if (last <= shipped.base() || last > lastYear) {
            faults.add("The last year (" + last + ") must be " + (shipped.base() + 1) + " to " + lastYear + ".");
            last = shipped.last();
        }
        return new DemandScenario(
                shipped.title(),
                shipped.base(),
                shipped.horizon(),
                last,
                shipped.areas(),
                shipped.fromAge(),
                occupancy,
                shipped.bedsNow(),
                shipped.stated(),
                assumptions);
    }

    private Distribution belief(String id, Distribution was, double times, double least, double most) {
        double low = number(id + "-low", times * low(was));
        double high = number(id + "-high", times * high(was));
        if (low > high || low < least || high > most) {
            faults.add("The range of " + id + " (" + low + " to " + high + ") must rise, between " + least + " and "
                    + most + ".");
            return was;
        }
        double a = low / times;
        double b = high / times;
        return switch (was) {
            case Distribution.Fixed f -> a == b ? new Distribution.Fixed(a) : new Distribution.Normal(a, b);
            case Distribution.Normal n -> new Distribution.Normal(a, b);
            case Distribution.Uniform u -> new Distribution.Uniform(a, b);
            case Distribution.Triangular t -> new Distribution.Triangular(a, Math.clamp(t.likeliest(), a, b), b);
        };
    }

    private double number(String name, double otherwise) {
        String text = given.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            faults.add(name + " is not a number (" + text + "). Write digits, such as 0.8.");
            return otherwise;
        }
        faults.add(name + " is not a number (" + text + "). Write digits, such as 0.8.");
        return otherwise;
    }
}
