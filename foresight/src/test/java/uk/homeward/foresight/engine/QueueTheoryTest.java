package uk.homeward.foresight.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.chance.Gamma;
import uk.homeward.foresight.chance.StudentT;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Risk;
import uk.homeward.foresight.network.Standard;
import uk.homeward.foresight.network.Step;

/** Exact results of queueing theory lie inside the 99% confidence interval of the engine's estimates. */
class QueueTheoryTest {

    private static final int RUNS = 24;

    @Test
    void severalServers() { // M/M/c: Erlang C
        Findings found = play(queue(3, Integer.MAX_VALUE, 1), 20_000);
        double delayed = erlangC(3, 2.4);
        double wait = delayed / (3 - 2.4);
        agrees(found.step("served").waited(), delayed);
        agrees(found.step("served").waitHours(), wait);
        agrees(found.step("served").queue(), 2.4 * wait);
        agrees(found.pool("servers").occupancy(), 2.4);
        agrees(found.journeys(), 2.4 * (wait + 1));
    }

    @Test
    void over_many_seeds_the_intervals_hold_the_truth_as_often_as_they_say() {
        Network waits = queue(3, Integer.MAX_VALUE, 1);
        Network loses = queue(2, 3, 1);
        double wait = erlangC(3, 2.4) / (3 - 2.4);
        double lost = 24 * 2.4 * limited(2, 5, 2.4)[5];
        int[] held = new int[2];
        int seeds = 300;
        double wider = StudentT.quantile(0.995, 9) / StudentT.quantile(0.975, 9);
        for (int seed = 1; seed <= seeds; seed++) {
            Settings settings = Settings.of(200, 2_000, 10, seed).withThreads(2);
            Estimate waited = Simulation.of(waits).run(settings).step("served").waitHours();
            Estimate turned =
                    Simulation.of(loses).run(settings).exit("elsewhere").perDay();
            held[0] += Math.abs(waited.mean() - wait) <= wider * waited.halfWidth() ? 1 : 0;
            held[1] += Math.abs(turned.mean() - lost) <= wider * turned.halfWidth() ? 1 : 0;
        }
        // 297 are expected; a binomial number of 300 at 0.99 lies below 288 once in ten thousand times
        assertThat(held[0]).as("Erlang C").isBetween(288, 300);
        assertThat(held[1]).as("M/M/2/5").isBetween(288, 300);
    }

    @Test
    void aLimitedQueueTurnsPeopleAway() { // M/M/c/K
        Findings found = play(queue(2, 3, 1), 20_000);
        double[] p = limited(2, 5, 2.4);
        agrees(found.exit("elsewhere").perDay(), 24 * 2.4 * p[5]);
        agrees(found.pool("servers").occupancy(), 2.4 * (1 - p[5]));
        agrees(found.step("served").queue(), p[3] + 2 * p[4] + 3 * p[5]);
        agrees(found.pool("servers").full(), p[2] + p[3] + p[4] + p[5]);
    }

    @Test
    void aLossSystemLosesByErlangBWhateverTheServiceTime() {
        double exact = erlangB(4, 2.4);
        for (var service : List.of(new Exponential(1), new Fixed(1), Gamma.ofMean(1, 2))) {
            Network network = Network.builder()
                    .pool("servers", 4)
                    .source("all", Arrivals.Poisson.of(2.4), "served")
                    .step(Step.named("served")
                            .occupying("servers")
                            .lasting(service)
                            .queueLimit(0, "lost")
                            .then("out"))
                    .exit("out")
                    .exit("lost")
                    .build();
            agrees(play(network, 20_000).exit("lost").perDay(), 24 * 2.4 * exact);
        }
    }

    @Test
    void oneServerOfAnyServiceTime() { // Pollaczek and Khinchine
        Gamma service = Gamma.ofMean(0.7, 1.0);
        Network network = Network.builder()
                .pool("server", 1)
                .source("all", Arrivals.Poisson.of(1), "served")
                .step(Step.named("served").occupying("server").lasting(service).then("out"))
                .exit("out")
                .build();
        double wait = (service.variance() + 0.49) / (2 * 0.3);
        agrees(play(network, 60_000).step("served").waitHours(), wait);
    }

    @Test
    void arrivalsThatComeInPhases() { // E2/M/1: the root of the equation of its embedded chain
        Network network = Network.builder()
                .pool("server", 1)
                .source("all", new Arrivals.Renewal(new Gamma(2, 0.625)), "served")
                .step(Step.named("served")
                        .occupying("server")
                        .lasting(new Exponential(1))
                        .then("out"))
                .exit("out")
                .build();
        double sigma = 0.5;
        for (int i = 0; i < 500; i++) {
            sigma = Math.pow(1.6 / (1.6 + 1 - sigma), 2);
        }
        agrees(play(network, 60_000).step("served").waitHours(), sigma / (1 - sigma));
    }

    @Test
    void anOpenNetworkIsAsIfItsQueuesWereAlone() { // Jackson
        Network network = Network.builder()
                .pool("first", 2)
                .pool("second", 1)
                .source("all", Arrivals.Poisson.of(1), "assess")
                .step(Step.named("assess")
                        .occupying("first")
                        .keepsPlace(false)
                        .lasting(new Exponential(1))
                        .then("after"))
                .decision("after", Option.of("treat", 0.5), Option.of("out", 0.5))
                .step(Step.named("treat")
                        .occupying("second")
                        .keepsPlace(false)
                        .lasting(new Exponential(1))
                        .then("again"))
                .decision("again", Option.of("assess", 0.4), Option.of("out", 0.6))
                .exit("out")
                .build();
        double rate = 1 / (1 - 0.5 * 0.4);
        double second = 0.5 * rate;
        Findings found = play(network, 30_000);
        agrees(found.step("assess").started(), 24 * rate);
        agrees(found.step("assess").queue(), rate * erlangC(2, rate) / (2 - rate));
        agrees(found.step("treat").queue(), second * second / (1 - second));
    }

    @Test
    void saturatedLinesWithoutRoomBetweenServers() { // Hunt 1956
        double[] exact = {2.0 / 3, 22.0 / 39, 0.5148};
        for (int servers = 2; servers <= 4; servers++) {
            Estimate perDay = play(line(servers), 12_000).step("s" + servers).throughput();
            agrees(
                    new Estimate(perDay.mean() / 24, perDay.low() / 24, perDay.high() / 24, 0, 0),
                    exact[servers - 2],
                    servers == 4 ? 5e-5 : 0);
        }
    }

    private static Network line(int servers) {
        Network.Builder line = Network.builder().population(40, "s1");
        for (int i = 1; i <= servers; i++) {
            line.pool("p" + i, 1)
                    .step(Step.named("s" + i)
                            .occupying("p" + i)
                            .lasting(new Exponential(1))
                            .then(i == servers ? "back" : "s" + (i + 1)));
        }
        return line.step(Step.named("back").lasting(new Fixed(0.001)).then("s1"))
                .exit("never")
                .build();
    }

    @Test
    void whoHasPriorityWaitsLess() { // Cobham 1954, not preemptive
        Network network = Network.builder()
                .pool("server", 1)
                .source("a", Arrivals.Poisson.of(0.3), "urgent")
                .source("b", Arrivals.Poisson.of(0.5), "routine")
                .step(Step.named("urgent")
                        .priority(0)
                        .occupying("server")
                        .lasting(new Exponential(1))
                        .then("out"))
                .step(Step.named("routine")
                        .priority(1)
                        .occupying("server")
                        .lasting(new Exponential(1))
                        .then("out"))
                .exit("out")
                .build();
        Findings found = play(network, 60_000);
        double rest = 0.8;
        agrees(found.step("urgent").waitHours(), rest / 0.7);
        agrees(found.step("routine").waitHours(), rest / 0.7 / 0.2);
    }

    @Test
    void aFinitePopulationComesLessWhenManyAreIll() { // machine repair, M/M/2//6
        Network network = Network.builder()
                .pool("servers", 2)
                .source("people", new Arrivals.Population(6, 0.5, List.of()), "served")
                .step(Step.named("served")
                        .occupying("servers")
                        .lasting(new Exponential(1))
                        .then("out"))
                .exit("out")
                .build();
        double[] p = new double[7];
        p[0] = 1;
        double sum = 1;
        for (int n = 1; n <= 6; n++) {
            p[n] = p[n - 1] * (7 - n) * 0.5 / Math.min(n, 2);
            sum += p[n];
        }
        double inside = 0;
        double queue = 0;
        for (int n = 0; n <= 6; n++) {
            inside += n * p[n] / sum;
            queue += Math.max(0, n - 2) * p[n] / sum;
        }
        Findings found = play(network, 20_000);
        agrees(found.journeys(), inside);
        agrees(found.step("served").queue(), queue);
        agrees(found.sources().getFirst().perDay(), 24 * 0.5 * (6 - inside));
    }

    @Test
    void peopleWhoLoseTheirPatience() { // Erlang A: birth and death chain
        Network network = Network.builder()
                .pool("servers", 2)
                .source("all", Arrivals.Poisson.of(3), "served")
                .step(Step.named("served")
                        .occupying("servers")
                        .lasting(new Exponential(1))
                        .whileWaiting(new Risk(new Exponential(2), "gone"))
                        .then("out"))
                .exit("out")
                .exit("gone")
                .build();
        double[] p = new double[200];
        p[0] = 1;
        double sum = 1;
        double queue = 0;
        for (int n = 1; n < 200; n++) {
            p[n] = p[n - 1] * 3 / (Math.min(n, 2) + 0.5 * Math.max(0, n - 2));
            sum += p[n];
            queue += Math.max(0, n - 2) * p[n];
        }
        Findings found = play(network, 20_000);
        agrees(found.step("served").queue(), queue / sum);
        agrees(found.exit("gone").perDay(), 24 * 0.5 * queue / sum);
    }

    @Test
    void aStandardIsMetAsOftenAsTheWaitIsShort() {
        Network network = queue(3, Integer.MAX_VALUE, 1);
        Network promised = new Network(
                network.pools(),
                network.traits(),
                network.steps(),
                network.decisions(),
                network.exits(),
                network.sources(),
                network.standing(),
                List.of(Standard.wait("within half", "served", 0.5)));
        agrees(play(promised, 20_000).standard("within half").met(), 1 - erlangC(3, 2.4) * Math.exp(-0.5 * (3 - 2.4)));
    }

    private static Network queue(int servers, int limit, double mean) {
        return Network.builder()
                .pool("servers", servers)
                .source("all", Arrivals.Poisson.of(2.4), "served")
                .step(Step.named("served")
                        .occupying("servers")
                        .lasting(new Exponential(mean))
                        .queueLimit(limit, "elsewhere")
                        .then("out"))
                .exit("out")
                .exit("elsewhere")
                .build();
    }

    private static Findings play(Network network, double hours) {
        return Simulation.of(network).run(Settings.of(200, hours, RUNS, 20_262).withThreads(2));
    }

    private static void agrees(Estimate estimate, double exact) {
        agrees(estimate, exact, 0);
    }

    private static void agrees(Estimate estimate, double exact, double printed) {
        double wider = StudentT.quantile(0.995, RUNS - 1) / StudentT.quantile(0.975, RUNS - 1);
        assertThat(Math.abs(estimate.mean() - exact))
                .as("%s against %s", estimate, exact)
                .isLessThanOrEqualTo(estimate.halfWidth() * wider + printed);
        assertThat(estimate.halfWidth()).as("precise enough to mean something").isLessThan(0.12 * exact);
    }

    static double erlangB(int servers, double load) {
        double b = 1;
        for (int i = 1; i <= servers; i++) {
            b = load * b / (i + load * b);
        }
        return b;
    }

    static double erlangC(int servers, double load) {
        double b = erlangB(servers, load);
        return servers * b / (servers - load * (1 - b));
    }

    private static double[] limited(int servers, int places, double load) {
        double[] p = new double[places + 1];
        p[0] = 1;
        double sum = 1;
        for (int n = 1; n <= places; n++) {
            p[n] = p[n - 1] * load / Math.min(n, servers);
            sum += p[n];
        }
        for (int n = 0; n <= places; n++) {
            p[n] /= sum;
        }
        return p;
    }
}
