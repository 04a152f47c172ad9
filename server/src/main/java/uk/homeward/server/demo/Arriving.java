package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.person.FrailtyBand;

/** Who comes, and when: the arrivals of each hour depend on the seed and the hour alone. */
final class Arriving {

    private static final double DAYS_A_YEAR = 365.25;

    private final Pathway pathway;
    private final Luck luck;
    private final ZoneId zone;
    private final double scale;
    private final LocalDate origin;

    /**
     * @param scale 1 for the whole place, less for fewer people
     * @param origin the day on which the pathway's daily rates hold; growth counts from here
     */
    Arriving(Pathway pathway, Luck luck, ZoneId zone, double scale, LocalDate origin) {
        this.pathway = pathway;
        this.luck = luck;
        this.zone = zone;
        this.scale = scale;
        this.origin = origin;
    }

    /** Those who come within the hour that begins at {@code hour}, in the order of time. */
    List<Arrival> within(Instant hour) {
        List<Arrival> all = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            Route.Arrivals arrivals = route.arrivals();
            if (arrivals != null) {
                add(route, arrivals, hour.truncatedTo(ChronoUnit.HOURS), all);
            }
        }
        all.sort(java.util.Comparator.comparing(Arrival::at));
        return all;
    }

    private void add(Route route, Route.Arrivals arrivals, Instant hour, List<Arrival> all) {
        double rate = rate(arrivals, hour.atZone(zone));
        String name = route.id().value() + " " + hour.getEpochSecond() / 3600;
        Chance chance = luck.chance(name, "when");
        double passed = chance.exponential();
        for (int n = 1; passed < rate; n++) {
            Instant at = hour.plus(Duration.ofMillis((long) (3_600_000 * passed / rate)));
            all.add(arrival(route, arrivals, at, name + " " + n));
            passed += chance.exponential();
        }
    }

    private Arrival arrival(Route route, Route.Arrivals arrivals, Instant at, String name) {
        String band =
                pick(pathway.attributes().get("frailty"), arrivals.attributes().get("frailty"), name, "frailty");
        String urgency =
                pick(pathway.attributes().get("urgency"), arrivals.attributes().get("urgency"), name, "urgency");
        String kind = pick(route.who(), arrivals.sources(), name, "source");
        return new Arrival(id(name), at, route.id(), kind, band(band), urgency, null);
    }

    private String id(String name) {
        return "j" + Long.toUnsignedString(luck.chance(name, "journey").bits(), 36);
    }

    private static FrailtyBand band(String word) {
        return word.isEmpty() ? FrailtyBand.MODERATE : FrailtyBand.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String pick(
            @org.jspecify.annotations.Nullable List<String> values,
            @org.jspecify.annotations.Nullable Map<String, Double> shares,
            String who,
            String what) {
        if (values == null || shares == null || values.isEmpty()) {
            return "";
        }
        double u = luck.uniform(who, what);
        for (String value : values) {
            u -= shares.getOrDefault(value, 0.0);
            if (u < 0) {
                return value;
            }
        }
        return values.getLast();
    }

    private double rate(Route.Arrivals arrivals, ZonedDateTime hour) {
        double years = ChronoUnit.DAYS.between(origin, hour.toLocalDate()) / DAYS_A_YEAR;
        return scale
                * arrivals.perDay()
                / 24
                * relative(arrivals.byHour(), hour.getHour())
                * relative(arrivals.byWeekday(), hour.getDayOfWeek().getValue() - 1)
                * relative(arrivals.byMonth(), hour.getMonthValue() - 1)
                * Math.pow(1 + arrivals.growthPerYear(), years);
    }

    private static double relative(List<Double> weights, int index) {
        if (weights.isEmpty()) {
            return 1;
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.get(index) * weights.size() / sum;
    }

    /** Whoever ended here and comes back, if they do. */
    Optional<Arrival> comesBack(Journey journey) {
        return journey.state() instanceof State.Ended ended
                ? comesBack(
                        journey.id(),
                        journey.person(),
                        pathway.get(ended.exit()),
                        ended.since(),
                        journey.attributes().getOrDefault("frailty", ""))
                : Optional.empty();
    }

    /** The same, for a journey that ended by this exit. */
    Optional<Arrival> comesBack(String journey, String person, Exit exit, Instant ended, String frailty) {
        Exit.Returns returns = exit.returns();
        if (returns == null || !luck.happens(returns.share(), journey, "comes back")) {
            return Optional.empty();
        }
        Duration after = luck.lasting(returns.after(), List.of(), Map.of(), journey, "away");
        String kind = luck.any(pathway.get(returns.by()).who(), journey, "source of return");
        return Optional.of(new Arrival(
                id(journey + " returns"),
                ended.plus(after).plusSeconds(3600),
                returns.by(),
                kind,
                band(frailty),
                "urgent",
                person));
    }
}
