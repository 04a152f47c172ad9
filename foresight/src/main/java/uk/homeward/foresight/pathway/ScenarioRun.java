package uk.homeward.foresight.pathway;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import uk.homeward.foresight.engine.EventBatch;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.engine.Paths;
import uk.homeward.foresight.engine.Settings;
import uk.homeward.foresight.engine.Simulation;
import uk.homeward.foresight.network.Later;
import uk.homeward.foresight.network.Standing;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;

/** A scenario that can be played, as often as one likes. */
public final class ScenarioRun {

    private final Scenario scenario;
    private final Simulation simulation;
    private final Map<PoolId, Integer> parts;

    private ScenarioRun(Scenario scenario, List<Standing> people) {
        this.scenario = scenario;
        PathwayCompiler compiler = new PathwayCompiler(scenario.pathway(), span(scenario));
        this.parts = compiler.parts();
        this.simulation = Simulation.of(compiler.compile().withStanding(people), later(scenario));
    }

    public static ScenarioRun of(Scenario scenario) {
        return new ScenarioRun(scenario, List.of());
    }

    /** The scenario played from people who stand in the place at its start, in steps named as in the pathway. */
    public static ScenarioRun from(Scenario scenario, List<Standing> people) {
        return new ScenarioRun(scenario, people);
    }

    /** The name of the step in which people wait until their referral by this route is answered. */
    public static String acceptance(RouteId route) {
        return Acceptance.step(route);
    }

    /** What holds from later days on, as far as they lie within the time that is played. */
    static List<Later> later(Scenario scenario) {
        Span span = span(scenario);
        return scenario.later().stream()
                .filter(l -> span.until(l.from()) < span.hours())
                .map(l -> new Later(span.until(l.from()), new PathwayCompiler(l.pathway(), span).compile()))
                .toList();
    }

    static Span span(Scenario scenario) {
        return new Span(scenario.start(), scenario.warmUpHours() + scenario.hours());
    }

    /**
     * Plays {@code replications} runs on {@code threads} threads; the result depends on the seed alone.
     *
     * @throws java.util.concurrent.CancellationException if the listener stopped it
     */
    public Findings play(int replications, long seed, int threads, Listener listener) {
        return Parts.asPlaces(simulation.run(settings(replications, seed, threads), listener), parts);
    }

    /**
     * Plays runs and tells how each stood at these hours after the scenario's start, and at its end.
     *
     * @throws java.util.concurrent.CancellationException if the listener stopped it
     */
    public Paths paths(List<Double> hours, int replications, long seed, int threads, Listener listener) {
        Settings settings = new Settings(
                scenario.start(), scenario.warmUpHours(), scenario.hours(), hours, replications, seed, threads);
        return simulation.paths(settings, listener);
    }

    /** How many of the engine's units make one place of a pool; 1 unless steps occupy fractions. */
    public int parts(PoolId pool) {
        return parts.getOrDefault(pool, 1);
    }

    /** Plays one replication and hands over its events, in the order of time, as real care would record them. */
    public Findings play(long seed, int replication, Consumer<PlayedEvent> events) {
        PlayedEvents translation = new PlayedEvents(scenario, simulation, seed, events);
        return Parts.asPlaces(simulation.play(settings(1, seed, 1), replication, translation::accept), parts);
    }

    /** Plays one replication with its events delivered as the engine makes them; for measurements of speed. */
    public Findings playRaw(long seed, int replication, Consumer<EventBatch> events) {
        return Parts.asPlaces(simulation.play(settings(1, seed, 1), replication, events::accept), parts);
    }

    public Scenario scenario() {
        return scenario;
    }

    private Settings settings(int replications, long seed, int threads) {
        return new Settings(
                scenario.start(), scenario.warmUpHours(), scenario.hours(), periodEnds(), replications, seed, threads);
    }

    private List<Double> periodEnds() {
        List<Double> ends = new ArrayList<>();
        LocalDateTime end = scenario.start().plus(hours(scenario.warmUpHours() + scenario.hours()));
        LocalDate day = scenario.start().plus(hours(scenario.warmUpHours())).toLocalDate();
        for (day = next(day); day.atStartOfDay().isBefore(end); day = next(day)) {
            ends.add(span(scenario).until(day));
            if (scenario.periods() == Scenario.Period.NONE) {
                return List.of();
            }
        }
        return ends;
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis((long) (hours * 3_600_000));
    }

    private LocalDate next(LocalDate day) {
        return switch (scenario.periods()) {
            case NONE -> LocalDate.of(9999, 1, 1);
            case WEEK -> day.plusDays(8 - day.getDayOfWeek().getValue());
            case MONTH -> day.plusMonths(1).withDayOfMonth(1);
            case YEAR -> day.plusYears(1).withDayOfYear(1);
        };
    }
}
