package uk.homeward.foresight.engine;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.Later;
import uk.homeward.foresight.network.Network;

/**
 * A network that can be played. Playing is repeatable: the same network, settings and seed give the same numbers to the
 * last digit, on one thread or many; two networks with equally named sources, steps and decisions share their luck.
 */
public final class Simulation {

    private final Compiled net;

    private Simulation(Compiled net) {
        this.net = net;
    }

    /**
     * Compiles a network.
     *
     * @throws IllegalArgumentException if it cannot be played; the message names what is wrong and how to mend it
     */
    public static Simulation of(Network network) {
        return new Simulation(NetworkCompiler.compile(network));
    }

    /** Compiles a network whose numbers become others at later moments, in order of time. */
    public static Simulation of(Network network, List<Later> later) {
        return new Simulation(NetworkCompiler.compile(network, later));
    }

    /** Plays all replications on one thread or several. */
    public Findings run(Settings settings) {
        return run(settings, Listener.NONE);
    }

    /**
     * Plays all replications.
     *
     * @throws CancellationException if the listener stopped it
     * @throws BrokenRun if a check failed: no result is better than a wrong one
     */
    public Findings run(Settings settings, Listener listener) {
        return summary(settings, listener).findings();
    }

    /**
     * Plays all replications and tells how each of them stood at the end of each reporting period.
     *
     * @throws CancellationException if the listener stopped it
     */
    public Paths paths(Settings settings, Listener listener) {
        return summary(settings, listener).paths();
    }

    private Summary summary(Settings settings, Listener listener) {
        Horizon horizon = settings.horizon();
        Summary summary = new Summary(net, horizon, settings.replications());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable worker = () -> {
            for (int run = next.getAndIncrement(); run < settings.replications(); run = next.getAndIncrement()) {
                Outcome outcome = play(horizon, settings.seed(), run, null, listener);
                summary.add(run, outcome);
                listener.progress(done.incrementAndGet(), settings.replications());
            }
        };
        int threads = Math.min(settings.threads(), settings.replications());
        if (threads == 1) {
            worker.run();
        } else {
            together(worker, threads, next);
        }
        return summary;
    }

    private static void together(Runnable worker, int threads, AtomicInteger next) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var futures = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(worker))
                    .toList();
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            next.set(Integer.MAX_VALUE / 2);
            Thread.currentThread().interrupt();
            throw new CancellationException("the simulation was interrupted");
        }
    }

    private Outcome play(
            Horizon horizon, long seed, int run, @org.jspecify.annotations.Nullable EventSink sink, Listener listener) {
        Outcome outcome = new Play(net, horizon, Chance.key(seed, run), sink).run(listener::cancelled);
        if (outcome == null) {
            throw new CancellationException("the simulation was stopped");
        }
        return outcome;
    }

    /**
     * Plays one replication (counted from 0), hands every event to the sink in the order of time, and returns what that
     * one replication says.
     */
    public Findings play(Settings settings, int replication, EventSink sink) {
        Horizon horizon = settings.horizon();
        Summary summary = new Summary(net, horizon, 1);
        summary.add(0, play(horizon, settings.seed(), replication, sink, Listener.NONE));
        return summary.findings();
    }

    /** The value of the {@code index}-th trait of the network in packed traits. */
    public String trait(long packed, int index) {
        return net.packing.value(packed, index);
    }

    /** The network that is played. */
    public Network network() {
        return net.network;
    }
}
