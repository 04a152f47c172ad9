package uk.homeward.foresight.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.chance.LogNormal;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.Use;

class EnginePropertiesTest {

    /** Each run checks itself: people are conserved, no pool is over-filled, Little's law holds to the millisecond. */
    @Test
    void everythingThatRealPlacesHaveKeepsTheBooksBalanced() {
        for (long seed = 0; seed < 300; seed++) {
            Findings found = Simulation.of(RandomNetworks.of(seed)).run(settings(seed, 3, 1));
            assertThat(found.events()).as("seed %d", seed).isGreaterThan(100);
            assertThat(found.periods()).hasSize(3);
        }
    }

    @Test
    void theSeedAloneDecidesWhateverTheThreads() {
        for (long seed = 0; seed < 20; seed++) {
            Simulation simulation = Simulation.of(RandomNetworks.of(seed));
            Findings one = simulation.run(settings(seed, 8, 1));
            Findings two = simulation.run(settings(seed, 8, 2));
            assertThat(two).isEqualTo(one);
            assertThat(simulation.run(settings(seed + 1, 8, 1))).isNotEqualTo(one);
        }
    }

    @Test
    void morePlacesNeverServeFewerPeopleWhenLuckIsShared() {
        for (long seed = 1; seed <= 40; seed++) {
            double before = 0;
            for (int places = 1; places <= 6; places++) {
                double served = served(tandem(places, 1000), seed);
                assertThat(served).as("seed %d with %d places", seed, places).isGreaterThanOrEqualTo(before);
                before = served;
            }
        }
    }

    @Test
    void moreRoomBetweenTwoServersNeverServesFewerPeople() {
        for (long seed = 1; seed <= 40; seed++) {
            double before = 0;
            for (int room = 1; room <= 6; room++) {
                double served = served(buffered(room), seed);
                assertThat(served).as("seed %d with room for %d", seed, room).isGreaterThanOrEqualTo(before);
                before = served;
            }
        }
    }

    private static double served(Network network, long seed) {
        return Simulation.of(network)
                .run(Settings.of(0, 2000, 1, seed))
                .exit("out")
                .count()
                .mean();
    }

    private static Network buffered(int room) {
        return Network.builder()
                .pool("a", 1)
                .pool("room", room)
                .pool("b", 1)
                .source("all", Arrivals.Poisson.of(1), "one")
                .step(Step.named("one")
                        .occupying("a")
                        .lasting(new Exponential(0.8))
                        .then("between"))
                .step(Step.named("between")
                        .occupying("room")
                        .lasting(new Fixed(0))
                        .then("two"))
                .step(Step.named("two")
                        .occupying("b")
                        .lasting(new Exponential(0.8))
                        .then("out"))
                .exit("out")
                .build();
    }

    @Test
    void twoScenariosMeetTheSamePeople() {
        List<Long> few = arrivals(tandem(2, 4));
        List<Long> many = arrivals(tandem(6, 9));
        assertThat(many).isEqualTo(few).hasSizeGreaterThan(1000);
    }

    private static List<Long> arrivals(Network network) {
        List<Long> arrivals = new ArrayList<>();
        Simulation.of(network).play(Settings.of(0, 1000, 1, 5), 0, batch -> {
            for (int i = 0; i < batch.size(); i++) {
                if (batch.kind(i) == EventKind.OPENED) {
                    arrivals.add(batch.time(i));
                    arrivals.add(batch.person(i));
                    arrivals.add(batch.traits(i));
                }
            }
        });
        return arrivals;
    }

    @Test
    void eventsComeInOrderAndTellEachJourneyWhole() {
        Network network = RandomNetworks.of(7);
        Simulation simulation = Simulation.of(network);
        long[] last = {0};
        long[] counts = new long[EventKind.values().length];
        simulation.play(settings(3, 1, 1), 0, batch -> {
            for (int i = 0; i < batch.size(); i++) {
                assertThat(batch.time(i)).isGreaterThanOrEqualTo(last[0]);
                last[0] = batch.time(i);
                counts[batch.kind(i).ordinal()]++;
                if (batch.kind(i) == EventKind.OPENED) {
                    assertThat(simulation.trait(batch.traits(i), 0)).isIn("severe", "mild");
                }
            }
        });
        assertThat(counts[EventKind.OPENED.ordinal()]).isGreaterThan(50);
        assertThat(counts[EventKind.STARTED.ordinal()]).isGreaterThan(50);
        assertThat(counts[EventKind.ENDED.ordinal()])
                .isBetween(
                        50L,
                        counts[EventKind.OPENED.ordinal()] + network.standing().size());
    }

    @Test
    void memoryDoesNotGrowWithSimulatedTime() {
        int short_ = rows(Settings.of(0, 2_000, 1, 1));
        int long_ = rows(Settings.of(0, 200_000, 1, 1));
        assertThat(long_).isLessThan(short_ + 200);
    }

    private static int rows(Settings settings) {
        Play play = new Play(NetworkCompiler.compile(tandem(4, 6)), settings.horizon(), 1, null);
        play.run(() -> false);
        return play.people.end();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void peopleWhoBlockEachOtherChangePlaces(boolean keeps) {
        List<Long> startedTogether = new ArrayList<>();
        long[] last = {-1};
        Findings findings = Simulation.of(ring(keeps, "ward")).play(Settings.of(0, 5000, 1, 1), 0, batch -> {
            for (int i = 0; i < batch.size(); i++) {
                boolean gaveUpAPlace = batch.kind(i) == EventKind.STARTED && batch.detail(i) >> 1 > 0;
                if (gaveUpAPlace && batch.time(i) == last[0]) {
                    startedTogether.add(last[0]);
                }
                last[0] = gaveUpAPlace ? batch.time(i) : last[0];
            }
        });
        assertThat(findings.step("treated").throughput().mean()).isGreaterThan(5);
        assertThat(findings.step("rested").throughput().mean()).isGreaterThan(5);
        assertThat(startedTogether.isEmpty()).isNotEqualTo(keeps);
    }

    @Test
    void peopleWhoCannotChangePlacesBreakTheRunOff() {
        assertThatThrownBy(() -> Simulation.of(ring(true, "ward", "theatre")).run(Settings.of(0, 5000, 1, 1)))
                .isInstanceOf(BrokenRun.class)
                .hasMessageContaining("[centre, theatre, ward]")
                .hasMessageContaining("Maybe:");
    }

    private static Network ring(boolean keeps, String... treatedIn) {
        return Network.builder()
                .pool("ward", 2)
                .pool("theatre", 2)
                .pool("centre", 2)
                .source("all", Arrivals.Poisson.of(1), "treated")
                .step(Step.named("treated")
                        .occupying(Stream.of(treatedIn)
                                .map(pool -> new Use(pool, 1))
                                .toList())
                        .lasting(new Exponential(3))
                        .then("well?"))
                .decision("well?", Option.of("rested", 0.7), Option.of("out", 0.3))
                .step(Step.named("rested")
                        .occupying("centre")
                        .keepsPlace(keeps)
                        .lasting(new Exponential(3))
                        .then("ill?"))
                .decision("ill?", Option.of("treated", 0.5), Option.of("out", 0.5))
                .exit("out")
                .build();
    }

    @Test
    void whatCannotBePlayedIsRefused() {
        assertThatThrownBy(() -> Simulation.of(Network.builder()
                        .source("all", Arrivals.Poisson.of(1), "nowhere")
                        .build()))
                .hasMessageContaining("(nowhere)");
        assertThatThrownBy(() -> Simulation.of(Network.builder()
                        .step(Step.named("a").then("b"))
                        .step(Step.named("b").then("a"))
                        .build()))
                .hasMessageContaining("round for ever")
                .hasMessageContaining("Maybe:");
        assertThatThrownBy(() -> Network.builder().decision("d", Option.of("x", 0.5), Option.of("y", 0.4)))
                .hasMessageContaining("(0.9)");
        assertThatThrownBy(() -> Simulation.of(Network.builder()
                        .step(Step.named("a")
                                .occupying("beds")
                                .lasting(new Exponential(1))
                                .then("out"))
                        .exit("out")
                        .build()))
                .hasMessageContaining("no pool (beds)");
    }

    @Test
    void aLongSimulationCanBeStoppedAndTellsHowFarItIs() {
        Simulation simulation = Simulation.of(tandem(4, 6));
        List<Integer> seen = new ArrayList<>();
        Listener stopAtThree = new Listener() {
            @Override
            public void progress(int done, int of) {
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return seen.size() >= 3;
            }
        };
        assertThatThrownBy(() -> simulation.run(Settings.of(0, 50_000, 100, 1), stopAtThree))
                .isInstanceOf(CancellationException.class);
        assertThat(seen).containsExactly(1, 2, 3);
    }

    private static Network tandem(int first, int second) {
        return Network.builder()
                .pool("a", first)
                .pool("b", second)
                .source("all", Arrivals.Poisson.of(1), "one")
                .step(Step.named("one")
                        .occupying("a")
                        .lasting(LogNormal.ofMean(3, 3))
                        .then("two"))
                .step(Step.named("two")
                        .occupying("b")
                        .lasting(new Exponential(3))
                        .then("out"))
                .exit("out")
                .build();
    }

    private static Settings settings(long seed, int replications, int threads) {
        return new Settings(
                LocalDateTime.of(2026, 11, 26, 14, 30), 100, 500, List.of(250.0, 400.0), replications, seed, threads);
    }
}
