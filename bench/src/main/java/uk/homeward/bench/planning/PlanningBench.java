package uk.homeward.bench.planning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.forecast.Present;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.Step;

/** {@code bench/run planning [ROUNDS]}: the what-if page's year of the whole place, and the forecast's ten days. */
public final class PlanningBench {

    private static final int PEOPLE = 20_000;
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 0);

    private PlanningBench() {}

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Path root = Path.of(System.getProperty("homeward.root", "."));
        Scenario year = Scenario.load(root.resolve("docs/examples/scenarios/as-today.yaml"));
        List<Standing> people = new ArrayList<>();
        Pathway busy = busy(year.pathway(), people);
        List<Double> hours = new ArrayList<>();
        for (int moment = 1; moment <= 40; moment++) {
            hours.add(6.0 * moment - 3);
        }
        Scenario days =
                new Scenario("days", "Ten days", busy, NOW, 0, hours.getLast(), Scenario.Period.NONE, List.of());
        for (int round = 1; round <= rounds; round++) {
            double whatIf = seconds(() -> ScenarioRun.of(year).play(10, 1, 1, Listener.NONE));
            double forecast = seconds(() -> ScenarioRun.from(days, people).paths(hours, 200, 1, 1, Listener.NONE));
            System.out.printf(
                    "round %d, one thread, CPU seconds: a year of the place (after 180 days), 10 runs: %.2f; ten days from"
                            + " %,d people, 200 runs: %.2f%n",
                    round, whatIf, people.size(), forecast);
        }
    }

    /** Twenty thousand people over all steps that occupy something, by how long each lasts; one in fifty waits. */
    private static Pathway busy(Pathway pathway, List<Standing> people) {
        List<Step> steps = pathway.steps().values().stream()
                .filter(s -> !s.occupies().isEmpty() && s.lasts() != null)
                .toList();
        double all = steps.stream().mapToDouble(PlanningBench::days).sum();
        SplittableRandom random = new SplittableRandom(7);
        Map<PoolId, Double> places = new HashMap<>();
        for (Step step : steps) {
            int count = (int) Math.round(PEOPLE * days(step) / all);
            for (int i = 0; i < count; i++) {
                boolean waits = i % 50 == 0;
                double hours = 24 * days(step) * random.nextDouble();
                Standing.State state = waits ? Standing.State.WAITING : Standing.State.IN_STEP;
                people.add(new Standing(step.id().value(), state, waits ? hours / 20 : hours, Map.of(), 0));
            }
            step.occupies().keySet().forEach(p -> places.merge(p, 0.98 * count, Double::sum));
        }
        Map<RouteId, Integer> came = new HashMap<>();
        pathway.routes().values().forEach(r -> came.put(r.id(), 28 * 600));
        return new Present(pathway, NOW.toLocalDate()).of(places, came, 28);
    }

    private static double days(Step step) {
        var lasts = step.lasts();
        return lasts == null ? 0 : lasts.mean().toMinutes() / (24 * 60.0);
    }

    /** Processor time, which other work on the machine does not change much. */
    private static double seconds(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
