package uk.homeward.foresight.pathway;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
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
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

/**
 * Makes the choices of live journeys, with the samplers by which a pathway is simulated: who comes when, how long a step
 * lasts for this person, which option a decision takes. The same seed and person always get the same answer, however
 * often and in whatever order one asks, from any number of threads.
 */
public final class Player {

    /** Growth counts from here unless one says otherwise. */
    private static final LocalDate EPOCH = LocalDate.of(2026, 1, 5);

    private final Pathway pathway;
    private final long seed;
    private final Comers comers;
    private final Network network;
    private final Sampler sampler;
    private final Map<String, Integer> sources;
    private final Map<String, Integer> steps;
    private final Map<String, Integer> decisions;
    private final Map<String, Integer> exits;

    private Player(Pathway pathway, long seed, LocalDate origin) {
        this.pathway = pathway;
        this.seed = seed;
        this.comers = new Comers(pathway, seed, origin);
        this.network = new PathwayCompiler(pathway, new Span(origin.atStartOfDay(), 24)).compile();
        this.sampler = Sampler.of(network);
        this.sources = positions(network.sources(), source -> source.name());
        this.steps = positions(network.steps(), step -> step.name());
        this.decisions = positions(network.decisions(), decision -> decision.name());
        this.exits = positions(network.exits(), exit -> exit.name());
    }

    /** @throws IllegalArgumentException if the pathway leaves open what playing needs, such as a duration */
    public static Player of(Pathway pathway, long seed) {
        return of(pathway, seed, EPOCH);
    }

    /**
     * The same with a day of one's own from which growth counts.
     *
     * @param origin the day on which the pathway's daily rates hold
     * @throws IllegalArgumentException if the pathway leaves open what playing needs, such as a duration
     */
    public static Player of(Pathway pathway, long seed, LocalDate origin) {
        return new Player(pathway, seed, origin);
    }

    /**
     * What a draw may depend on.
     *
     * @param person names the person; any text
     * @param round how often the person has gone back to an earlier step or has come again
     * @param attributes values of the pathway's attributes; what is missing is drawn, what the pathway does not know is
     *     passed over
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
        return arrivals(day, 1);
    }

    /**
     * Those who come on a day in a smaller place, in the order of time: whoever comes there comes at the same moment,
     * under the same number, in the whole place too.
     *
     * @param share the part of all arrivals that come, from 0 to 1
     */
    public List<Arrival> arrivals(LocalDate day, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of arrivals must lie between 0 and 1 (" + share
                    + "). Maybe: 0.1 for every tenth person");
        }
        return comers.on(day, share);
    }

    /** The attributes that someone gets who comes by a route. */
    public Map<String, String> attributes(RouteId route, String person) {
        return attributes(route, person, Map.of());
    }

    /** The same for someone of whom a part is known, such as the frailty of somebody who comes back: that stays. */
    public Map<String, String> attributes(RouteId route, String person, Map<String, String> known) {
        long drawn = sampler.traits(index(sources, route.value()), key(person));
        return sampler.named(sampler.with(drawn, ofThePathway(known)));
    }

    /**
     * How often somebody has gone back to an earlier step, as a simulation counts it.
     *
     * @param entered the steps that they came to, in order
     */
    public int round(List<StepId> entered) {
        int round = 0;
        for (int i = 1; i < entered.size(); i++) {
            boolean back = index(steps, entered.get(i).value())
                    <= index(steps, entered.get(i - 1).value());
            round += back ? 1 : 0;
        }
        return round;
    }

    /** The kind of sender, such as {@code gp}. */
    public String sender(RouteId route, String person) {
        return new Senders(pathway.get(route)).kind(key(person));
    }

    /** How long it takes until a referral is accepted or declined. */
    public Duration acceptedAfter(RouteId route, Circumstances who) {
        int step = index(steps, Acceptance.step(route));
        return millis(sampler.lasts(
                step, key(who.person()), who.round(), traits(who), who.delayed().toMillis()));
    }

    /** True if the referral is declined. */
    public boolean isDeclined(RouteId route, Circumstances who) {
        return option(Acceptance.decision(route), who).equals(Acceptance.DECLINED);
    }

    /** How long a step lasts from its start, the same shifts applied as in a simulation. */
    public Duration lasts(StepId step, Circumstances who) {
        int index = index(steps, step.value());
        return millis(sampler.lasts(
                index,
                key(who.person()),
                who.round(),
                traits(who),
                who.delayed().toMillis()));
    }

    /** How long after somebody is ready a step can begin; what must be arranged takes so long, and nothing takes no time. */
    public Duration beginsAfter(StepId step, Circumstances who) {
        return millis(sampler.begins(
                index(steps, step.value()),
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
        int index = index(decisions, decision);
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
        int index = index(exits, exit.value());
        OptionalLong after = sampler.comesBack(index, key(who.person()), who.round(), traits(who));
        return after.isEmpty() ? Optional.empty() : Optional.of(new Comeback(millis(after.getAsLong()), returns.by()));
    }

    private long traits(Circumstances who) {
        long drawn = sampler.traits(0, key(who.person()));
        return sampler.with(drawn, ofThePathway(who.attributes()));
    }

    /** What live journeys know beside, such as the locality, and values that nobody gave, are left to chance. */
    private Map<String, String> ofThePathway(Map<String, String> attributes) {
        Map<String, String> known = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (pathway.attributes().getOrDefault(name, List.of()).contains(value)) {
                known.put(name, value);
            }
        });
        return known;
    }

    private long key(String person) {
        return Chance.key(Chance.key(seed, "person"), person);
    }

    private static <T> Map<String, Integer> positions(List<T> list, Function<T, String> name) {
        Map<String, Integer> positions = new HashMap<>();
        for (T one : list) {
            positions.putIfAbsent(name.apply(one), positions.size());
        }
        return Map.copyOf(positions);
    }

    private static int index(Map<String, Integer> positions, String wanted) {
        Integer index = positions.get(wanted);
        if (index == null) {
            throw new IllegalArgumentException("the pathway has no (" + wanted + "). Maybe: one of "
                    + positions.keySet().stream().sorted().toList());
        }
        return index;
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
