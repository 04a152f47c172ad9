package uk.homeward.foresight.pathway;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.engine.Sampler;
import uk.homeward.foresight.network.Network;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

/**
 * Makes the choices of live journeys, with the samplers by which a pathway is simulated: who comes when, how long a step
 * lasts for this person, which option a decision takes. The same seed and person always get the same answer, however
 * often and in whatever order one asks. Not for several threads at once.
 */
public final class Player {

    /** Days are counted from here, so that seasons and growth do not depend on when one asks. */
    private static final LocalDate EPOCH = LocalDate.of(2026, 1, 5);

    private final Pathway pathway;
    private final long seed;
    private final Network network;
    private final Sampler sampler;

    private Player(Pathway pathway, long seed) {
        this.pathway = pathway;
        this.seed = seed;
        this.network = new PathwayCompiler(pathway, new Span(EPOCH.atStartOfDay(), 24)).compile();
        this.sampler = Sampler.of(network);
    }

    /** @throws IllegalArgumentException if the pathway leaves open what playing needs, such as a duration */
    public static Player of(Pathway pathway, long seed) {
        return new Player(pathway, seed);
    }

    /**
     * What a draw may depend on.
     *
     * @param person names the person; any text
     * @param round how often the person has gone back to an earlier step or has come again
     * @param attributes values of the pathway's attributes; what is missing is drawn
     * @param delayed how long the person has waited so far on this journey
     */
    public record Circumstances(String person, int round, Map<String, String> attributes, Duration delayed) {
        public Circumstances {
            attributes = Map.copyOf(attributes);
        }
    }

    /** Somebody comes by a route. {@code number} counts the arrivals of the route on that day, from 0. */
    public record Arrival(LocalDateTime at, RouteId route, int number) {}

    /** Somebody comes back after an exit. */
    public record Comeback(Duration after, RouteId route) {}

    /** All who come on a day, in the order of time. */
    public List<Arrival> arrivals(LocalDate day) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            arrive(route, day, arrivals);
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private void arrive(Route route, LocalDate day, List<Arrival> arrivals) {
        Route.Arrivals pattern = route.arrivals();
        if (pattern == null) {
            return;
        }
        Chance chance = new Chance(
                Chance.key(Chance.key(Chance.key(seed, "arrivals"), route.id().value()), day.toEpochDay()));
        RateOfDay rate = RateOfDay.of(pattern, day, EPOCH);
        int number = 0;
        double expected = chance.exponential();
        for (int hour = 0; hour < 24; hour++) {
            double from = 0; // within the hour
            while (expected < rate.perHour(hour) * (1 - from)) {
                from += expected / rate.perHour(hour);
                LocalDateTime at = day.atTime(hour, 0).plusNanos((long) (from * 3.6e12));
                arrivals.add(new Arrival(at, route.id(), number++));
                expected = chance.exponential();
            }
            expected -= rate.perHour(hour) * (1 - from);
        }
    }

    /** The attributes that someone gets who comes by a route. */
    public Map<String, String> attributes(RouteId route, String person) {
        return sampler.named(sampler.traits(source(route), key(person)));
    }

    /** The kind of sender, such as {@code gp}. */
    public String sender(RouteId route, String person) {
        return new Senders(pathway.get(route)).kind(key(person));
    }

    /** How long it takes until a referral is accepted or declined. */
    public Duration acceptedAfter(RouteId route, Circumstances who) {
        int step = index(network.steps(), s -> s.name(), Acceptance.step(route));
        return millis(sampler.lasts(
                step, key(who.person()), who.round(), traits(who), who.delayed().toMillis()));
    }

    /** True if the referral is declined. */
    public boolean isDeclined(RouteId route, Circumstances who) {
        return option(Acceptance.decision(route), who).equals(Acceptance.DECLINED);
    }

    /** How long a step lasts from its start, the same shifts applied as in a simulation. */
    public Duration lasts(StepId step, Circumstances who) {
        int index = index(network.steps(), s -> s.name(), step.value());
        return millis(sampler.lasts(
                index,
                key(who.person()),
                who.round(),
                traits(who),
                who.delayed().toMillis()));
    }

    /** Which option a decision takes. */
    public OptionId decide(DecisionId decision, Circumstances who) {
        return OptionId.of(option(decision.value(), who));
    }

    private String option(String decision, Circumstances who) {
        int index = index(network.decisions(), d -> d.name(), decision);
        int option = sampler.option(
                index,
                key(who.person()),
                who.round(),
                traits(who),
                who.delayed().toMillis());
        return network.decisions().get(index).options().get(option).name();
    }

    /** Whether, when and by which route somebody comes back after an exit. */
    public Optional<Comeback> comesBack(ExitId exit, Circumstances who) {
        Exit.Returns returns = pathway.get(exit).returns();
        if (returns == null) {
            return Optional.empty();
        }
        int index = index(network.exits(), e -> e.name(), exit.value());
        OptionalLong after = sampler.comesBack(index, key(who.person()), who.round(), traits(who));
        return after.isEmpty() ? Optional.empty() : Optional.of(new Comeback(millis(after.getAsLong()), returns.by()));
    }

    private long traits(Circumstances who) {
        long drawn = sampler.traits(0, key(who.person()));
        return sampler.with(drawn, who.attributes());
    }

    private long key(String person) {
        return Chance.key(Chance.key(seed, "person"), person);
    }

    private int source(RouteId route) {
        return index(network.sources(), s -> s.name(), route.value());
    }

    private static <T> int index(List<T> list, Function<T, String> name, String wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (name.apply(list.get(i)).equals(wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the pathway has no (" + wanted + "). Maybe: one of "
                + list.stream().map(name).toList());
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
