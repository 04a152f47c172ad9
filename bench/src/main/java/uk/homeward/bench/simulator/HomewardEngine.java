package uk.homeward.bench.simulator;

import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.LogNormal;
import uk.homeward.foresight.engine.EventSink;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Settings;
import uk.homeward.foresight.engine.Simulation;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Step;

/** The general engine with its statistics and checks, and with events delivered or not. */
final class HomewardEngine implements Contender {

    private final boolean events;
    private final Simulation a;
    private final Simulation b;
    private long delivered;

    HomewardEngine(boolean events) {
        this.events = events;
        a = Simulation.of(Network.builder()
                .pool("servers", 10)
                .source("all", Arrivals.Poisson.of(9), "served")
                .step(Step.named("served")
                        .occupying("servers")
                        .lasting(new Exponential(1))
                        .then("out"))
                .exit("out")
                .build());
        b = Simulation.of(Network.builder()
                .pool("acute", 150)
                .pool("home", 180)
                .pool("beds", 68)
                .source("all", Arrivals.Poisson.of(20 / 24.0), "stay")
                .step(Step.named("stay")
                        .occupying("acute")
                        .lasting(LogNormal.ofMean(6.5 * 24, 6 * 24))
                        .then("discharge"))
                .decision(
                        "discharge", Option.of("out", 0.55), Option.of("at-home", 0.30), Option.of("enablement", 0.15))
                .step(Step.named("at-home")
                        .occupying("home")
                        .lasting(new Exponential(28 * 24))
                        .then("out"))
                .step(Step.named("enablement")
                        .occupying("beds")
                        .lasting(new Exponential(21 * 24))
                        .then("out"))
                .exit("out")
                .build());
    }

    @Override
    public double modelA(long seed) {
        return play(a, Settings.of(0, 1_000_000 / 9.0, 1, seed))
                .step("served")
                .waitHours()
                .mean();
    }

    @Override
    public double modelB(long seed) {
        return play(b, Settings.of(0, 3_650 * 24, 1, seed))
                .pool("acute")
                .occupancy()
                .mean();
    }

    private Findings play(Simulation simulation, Settings settings) {
        EventSink sink = batch -> {
            for (int i = 0; i < batch.size(); i++) {
                delivered += batch.time(i) ^ batch.person(i);
            }
        };
        return events ? simulation.play(settings, 0, sink) : simulation.run(settings);
    }

    /** Keeps the sink's work alive. */
    long delivered() {
        return delivered;
    }
}
