package uk.homeward.bench.simulator;

import java.nio.file.Path;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;

/**
 * The general engine with its statistics and checks, playing the same scenario files that {@code homeward simulate}
 * takes; with its events delivered to a sink that reads each of them, or without.
 */
final class HomewardEngine implements Contender {

    private static final Path EXAMPLES = Path.of(System.getProperty("homeward.root", "."), "docs/examples/scenarios");

    private final boolean events;
    private final ScenarioRun a = ScenarioRun.of(Scenario.load(EXAMPLES.resolve("m-m-10.yaml")));
    private final ScenarioRun b = ScenarioRun.of(Scenario.load(EXAMPLES.resolve("hospital-home.yaml")));
    private long delivered;

    HomewardEngine(boolean events) {
        this.events = events;
    }

    @Override
    public double modelA(long seed) {
        return play(a, seed).step("served").waitHours().mean();
    }

    @Override
    public double modelB(long seed) {
        return play(b, seed).pool("acute-beds").occupancy().mean();
    }

    private Findings play(ScenarioRun run, long seed) {
        if (!events) {
            return run.play(1, seed, 1, Listener.NONE);
        }
        return run.playRaw(seed, 0, batch -> {
            for (int i = 0; i < batch.size(); i++) {
                delivered += batch.time(i) ^ batch.person(i);
            }
        });
    }

    /** Keeps the sink's work alive. */
    long delivered() {
        return delivered;
    }
}
