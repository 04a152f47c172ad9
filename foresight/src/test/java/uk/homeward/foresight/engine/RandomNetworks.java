package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.chance.LogNormal;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Effect;
import uk.homeward.foresight.network.Exit;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Pool;
import uk.homeward.foresight.network.Risk;
import uk.homeward.foresight.network.Source;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.Trait;
import uk.homeward.foresight.network.Use;
import uk.homeward.foresight.network.WorkingHours;

/** Networks with everything that real ones have, made up from a seed. */
final class RandomNetworks {

    private final Random random;
    private int steps;
    private int pools;

    private RandomNetworks(long seed) {
        random = new Random(seed);
    }

    static Network of(long seed) {
        return new RandomNetworks(seed).make();
    }

    private Network make() {
        steps = 2 + random.nextInt(5);
        pools = 1 + random.nextInt(4);
        Network.Builder network = Network.builder()
                .trait(new Trait("frailty", List.of(new Trait.Value("severe", 0.3), new Trait.Value("mild", 0.7))));
        for (int i = 0; i < pools; i++) {
            network.pool(pool(i));
        }
        for (int i = 0; i < steps; i++) {
            network.step(step(i)).decision("d" + i, options(i));
        }
        network.source(new Source("open", arrivals(), "s0", Map.of("frailty", List.of(0.5, 0.5))));
        network.source("closed", new Arrivals.Population(5, 0.05, List.of()), "d0");
        network.exit("home").exit(new Exit("well", new Exit.Returning(0.3, new Exponential(200), "open")));
        for (int i = 0; i < 20; i++) {
            Standing.State state = Standing.State.values()[random.nextInt(3)];
            network.standing(new Standing("s" + random.nextInt(steps), state, random.nextDouble() * 30, Map.of(), 1));
        }
        return network.build();
    }

    private Pool pool(int i) {
        List<Pool.Change> changes = new ArrayList<>();
        for (int t = 0; random.nextInt(3) > 0 && t < 5; t++) {
            changes.add(new Pool.Change(100 * (t + 1), 2 + random.nextInt(8)));
        }
        return new Pool("p" + i, 2 + random.nextInt(8), changes);
    }

    private Arrivals arrivals() {
        List<Double> week = new ArrayList<>();
        for (int h = 0; h < 168; h++) {
            week.add(0.5 + random.nextDouble());
        }
        return new Arrivals.Poisson(0.3, week, List.of(1.0, 1.5, 0.5));
    }

    private Step.Builder step(int i) {
        // places are kept only on the way forward, so that nobody can wait in a ring
        Step.Builder step = Step.named("s" + i)
                .lasting(lasting())
                .then("d" + i)
                .keepsPlace(random.nextBoolean() && i < pools - 1 && i < steps - 1)
                .effect(new Effect(Map.of("frailty", Set.of("severe")), 1.5, 1.01));
        int p = Math.min(pools - 1, i);
        step.occupying(List.of(new Use("p" + p, 1 + random.nextInt(2))));
        if (random.nextInt(3) == 0 && i >= pools - 1) {
            step.occupying("p" + random.nextInt(pools));
        }
        if (random.nextBoolean()) {
            step.priorityBy("frailty");
        }
        if (random.nextInt(3) == 0) {
            step.queueLimit(random.nextInt(6), "home");
        }
        if (random.nextBoolean()) {
            step.whileWaiting(new Risk(new Exponential(30), "home"));
        }
        if (random.nextInt(3) == 0) {
            step.whileInside(new Risk(new Exponential(100), "well"));
        }
        if (random.nextInt(3) == 0) {
            step.transfer(new Exponential(2), 3);
        }
        if (random.nextInt(3) == 0) {
            step.worked(WorkingHours.of(8 * 60, 20 * 60, 0, 1, 2, 3, 4));
        }
        return step;
    }

    private Distribution lasting() {
        return switch (random.nextInt(3)) {
            case 0 -> new Exponential(4);
            case 1 -> new Fixed(3);
            default -> LogNormal.ofMean(6, 5);
        };
    }

    private Option[] options(int i) {
        if (i == steps - 1) {
            return new Option[] {Option.of("home", 0.6), Option.of("well", 0.4, Effect.ofDelay(0.9))};
        }
        return new Option[] {
            Option.of("s" + (i + 1), 0.7, Effect.of("frailty", "severe", 1.3), Effect.ofDelay(1.05)),
            Option.of("home", 0.2),
            Option.of("well", 0.1)
        };
    }
}
