package uk.homeward.foresight.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.network.Standing;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.source.FaultyDefinition;

class ScenarioTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("homeward.root"), "docs/examples/scenarios");

    private static final String PATHWAY = """
        scenario: small
        warm-up: 10 d
        lasts: 100 d
        pathway:
          pathway: small
          title: Small
          routes:
            door: {title: Door, acceptance: false, to: stay, arrivals: {per-day: 4}}
          pools:
            beds: {capacity: 20}
          steps:
            stay: {title: Stay, occupies: beds, lasts: {exponential: 3 d}, then: choice}
          decisions:
            choice:
              title: Choice
              question: Where to?
              options:
                home: {title: Home, share: 0.7, to: out}
                again: {title: Again, share: 0.3, to: stay}
          exits:
            out: {title: Out, outcome: no-need}
        """;

    private static Findings play(Scenario scenario, int runs) {
        return ScenarioRun.of(scenario).play(runs, 11, 2, Listener.NONE);
    }

    private static Scenario example(String name) {
        return Scenario.load(EXAMPLES.resolve(name + ".yaml"));
    }

    private static void holds(Estimate estimate, double exact) {
        double half = 1.45 * estimate.halfWidth(); // 99% for about 20 runs
        assertThat(estimate.mean()).isCloseTo(exact, within(half));
    }

    @Test
    void plainQueuesFromFilesAgreeWithTheory() {
        holds(play(example("m-m-10").lasting(5_000), 20).step("served").waitHours(), 0.668732);
        holds(play(example("m-g-1").lasting(20_000), 20).step("served").waitHours(), 1.49 / 0.6);
        Findings limited = play(example("m-m-2-5").lasting(10_000), 20);
        double turnedAway = limited.exit("elsewhere").perDay().mean() / 57.6;
        assertThat(turnedAway).isCloseTo(0.263875, within(0.004));
        Estimate line = play(example("tandem-blocking").lasting(10_000), 20)
                .step("third")
                .throughput();
        holds(new Estimate(line.mean() / 24, line.low() / 24, line.high() / 24, 0, 0), 22.0 / 39);
    }

    @Test
    void theShippedPathwayCanBePlayedAndItsEventsAreThoseOfRealCare() {
        Scenario scenario = example("as-today").lasting(24 * 30);
        java.util.Map<String, Integer> types = new java.util.TreeMap<>();
        java.time.LocalDateTime[] last = {scenario.start()};
        java.util.Set<String> waiting = new java.util.HashSet<>();
        List<String> requestedTwice = new java.util.ArrayList<>();
        Findings found = ScenarioRun.of(scenario).play(3, 0, event -> {
            types.merge(event.event().type(), 1, Integer::sum);
            assertThat(event.at()).isAfterOrEqualTo(last[0]);
            last[0] = event.at();
            if (event.event() instanceof uk.homeward.journey.event.JourneyEvent.StepRequested request
                    && !waiting.add(event.journey() + request.step())) {
                requestedTwice.add(event.journey());
            }
            if (event.event() instanceof uk.homeward.journey.event.JourneyEvent.StepStarted start) {
                assertThat(waiting.remove(event.journey() + start.step()))
                        .as("requested before it starts, whether at once, after arranging or from a line")
                        .isTrue();
            }
        });
        assertThat(types.keySet())
                .contains(
                        "JourneyOpened",
                        "ReferralAccepted",
                        "ReferralDeclined",
                        "StepRequested",
                        "StepStarted",
                        "StepCompleted",
                        "StepLeft",
                        "DecisionMade",
                        "JourneyEnded");
        assertThat(types.get("StepStarted")).isBetween(types.get("StepCompleted"), types.get("StepRequested"));
        assertThat(requestedTwice).isEmpty();
        assertThat(found.sources().stream().mapToDouble(s -> s.perDay().mean()).sum())
                .isBetween(180.0, 300.0);
        assertThat(found.standard("response-2h").met().mean()).isBetween(0.0, 1.0);
    }

    @Test
    void everyStepThatStartsWasRequestedAndEveryPlaceIsLeftOnce() {
        java.util.Map<String, Integer> inside = new java.util.HashMap<>();
        ScenarioRun.of(example("hospital-home").lasting(24 * 400)).play(5, 0, event -> {
            switch (event.event()) {
                case uk.homeward.journey.event.JourneyEvent.StepStarted started ->
                    assertThat(inside.merge(event.journey() + started.step(), 1, Integer::sum))
                            .isEqualTo(1);
                case uk.homeward.journey.event.JourneyEvent.StepLeft left ->
                    assertThat(inside.merge(event.journey() + left.step(), -1, Integer::sum))
                            .isZero();
                default -> {}
            }
        });
        assertThat(inside.values()).allMatch(n -> n == 0 || n == 1);
        assertThat(inside.values().stream().filter(n -> n == 1).count()).isLessThan(150 + 180 + 68 + 1);
    }

    @Test
    void aScenarioChangesLinesAndNothingElse() {
        Scenario scenario = Scenario.parse("s.yaml", PATHWAY + "change:\n  pools: {beds: {capacity: 7}}\n");
        assertThat(scenario.pathway().get(PoolId.of("beds")).capacity()).isEqualTo(7);
        assertThat(scenario.changes()).containsExactly("pools.beds.capacity: 7");
        assertThat(play(scenario, 3).pool("beds").occupancy().mean()).isLessThanOrEqualTo(7);
    }

    @Test
    void datedCapacityTakesEffectOnItsDay() {
        Scenario scenario = Scenario.parse(
                "s.yaml",
                PATHWAY
                        + "start: 2026-01-05\nperiods: month\n"
                        + "change:\n  pools: {beds: {changes: [{from: 2026-03-01, capacity: 9}]}}\n");
        Findings found = play(scenario, 2);
        assertThat(found.periods()).hasSize(4);
        assertThat(found.periods().stream().map(p -> p.capacity().getFirst()).toList())
                .isEqualTo(List.of(20.0, 20.0, 9.0, 9.0));
    }

    @Test
    void durationsSharesArrivalsAndCapacitiesMayChangeOnADay() {
        Scenario scenario = Scenario.parse("s.yaml", PATHWAY + """
            start: 2026-01-01
            periods: month
            later:
              - from: 2026-02-01
                change:
                  routes: {door: {arrivals: {per-day: 8}}}
                  pools: {beds: {capacity: 60}}
              - from: 2026-03-01
                change:
                  steps: {stay: {lasts: {exponential: 1 d}}}
                  decisions: {choice: {options: {home: {share: 1}, again: {share: 0}}}}
            """);
        assertThat(scenario.changes())
                .contains(
                        "from 2026-02-01: routes.door.arrivals.per-day: 8",
                        "from 2026-03-01: decisions.choice.options.again.share: 0");
        Findings found = play(scenario, 20);
        assertThat(found.periods().stream().map(p -> p.capacity().getFirst()).toList())
                .isEqualTo(List.of(20.0, 60.0, 60.0, 60.0));
        List<Double> out =
                found.periods().stream().map(p -> p.exits().getFirst().mean()).toList();
        assertThat(out.get(2)).isCloseTo(8, within(1.5)); // people of February who stayed longer leave too
        assertThat(out.get(3)).isCloseTo(8, within(1.0));
        double inMarch = found.periods().get(3).occupancy().getFirst().mean();
        assertThat(inMarch).isCloseTo(8, within(1.0)); // 8 a day, one day each, nobody again
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2025-01-01 | {pools: {beds: {capacity: 9}}}                       | s.yaml:24 | is not after 2026-01-05
        tomorrow   | {pools: {beds: {capacity: 9}}}                       | s.yaml:24 | not a day (tomorrow)
        2026-02-01 | {pools: {bets: {capacity: 9}}}                       | s.yaml:25 | no (bets) under pools
        2026-02-01 | {steps: {stay: {lasts: -1 d}}}                       | s.yaml:25 | cannot be negative
        2026-02-01 | {steps: {stay: {occupies: {beds: 2}}}}               |           | differs later in more than its numbers
        2026-02-01 | {decisions: {choice: {options: {home: {share: 1}}}}} |           | add up to
        """)
    void whatCannotHoldLaterIsRefused(String from, String change, String where, String what) {
        String text = PATHWAY + "start: 2026-01-05\nlater:\n  - from: " + from + "\n    change: " + change + "\n";
        assertThatThrownBy(() -> Scenario.parse("s.yaml", text))
                .isInstanceOf(FaultyDefinition.class)
                .hasMessageContaining(where == null ? "s.yaml:" : where + ":")
                .hasMessageContaining(what)
                .hasMessageContaining("Maybe:");
    }

    @Test
    void aRunCanStartFromThePlaceAsItIs() {
        Scenario tomorrow = Scenario.parse("s.yaml", PATHWAY.replace("warm-up: 10 d", "warm-up: 0 h"))
                .lasting(1);
        List<Standing> people = new java.util.ArrayList<>();
        for (int i = 0; i < 18; i++) {
            people.add(new Standing("stay", Standing.State.IN_STEP, 24, java.util.Map.of(), 0));
        }
        for (int i = 0; i < 5; i++) {
            people.add(new Standing("stay", Standing.State.WAITING, 12, java.util.Map.of(), 0.5));
        }
        Findings found = ScenarioRun.from(tomorrow, people).play(20, 3, 1, Listener.NONE);
        assertThat(found.pool("beds").occupancy().mean()).isBetween(19.5, 20.0);
        assertThat(found.step("stay").queue().mean()).isBetween(2.0, 3.5);
        assertThat(found.step("stay").waitHours().mean()).isGreaterThan(10);
    }

    /** Two wards in a line: who is done in the first keeps its bed until the second has one. */
    private static final String LINE = """
        scenario: line
        lasts: 1 d
        pathway:
          pathway: line
          title: Line
          routes:
            door: {title: Door, acceptance: false, to: first, arrivals: {per-day: 0.001}}
          pools:
            one: {capacity: 10}
            two: {capacity: 2}
          steps:
            first: {title: First, setting: hospital, occupies: one, lasts: {exponential: 9 d}, then: choice}
            second: {title: Second, occupies: two, lasts: 12 h, then: out}
          decisions:
            choice:
              title: Choice
              question: Where to?
              options:
                on: {title: On, share: 1, to: second}
          exits:
            out: {title: Out, outcome: no-need}
          standards:
            leaves: {title: Leaves, from: completed first, to: left first, within: 1 d, source: test}
            ends: {title: Ends, from: started second, to: completed second, within: 1 d, source: test}
        """;

    @Test
    void whoKeepsAPlaceAtTheStartBlocksItAndTheirClockRunsOn() {
        List<Standing> people = new java.util.ArrayList<>();
        for (int i = 0; i < 2; i++) {
            people.add(new Standing("second", Standing.State.IN_STEP, 6, java.util.Map.of(), 0));
        }
        people.add(new Standing("second", Standing.State.WAITING, 30, java.util.Map.of(), 0, "first"));
        people.add(new Standing("choice", Standing.State.ENTERING, 2, java.util.Map.of(), 0, "first"));
        var paths = ScenarioRun.from(Scenario.parse("line.yaml", LINE), people)
                .paths(List.of(3.0, 7.0), 3, 5, 2, Listener.NONE);
        assertThat(paths.periods()).isEqualTo(3);
        assertThat(paths.pools()).containsExactly("one", "two");
        assertThat(paths.inUse(1, 0, 0)).as("two who keep beds of the first").isEqualTo(2);
        assertThat(paths.kept(1, 0, 0)).isEqualTo(2);
        assertThat(paths.queue(1, 0, 1)).isEqualTo(2);
        assertThat(paths.queueHours(1, 0, 1)).isEqualTo(6.0);
        assertThat(paths.inUse(1, 1, 0)).as("both moved after six hours").isZero();
        assertThat(paths.inUse(1, 1, 1)).isEqualTo(2);
        assertThat(paths.judged(1, 1, 0)).isEqualTo(2);
        assertThat(paths.met(1, 1, 0)).as("one had waited 36 hours by then").isEqualTo(1);
        assertThat(paths.judged(1, 1, 1)).as("clocks that had begun before").isEqualTo(2);
        assertThat(paths.met(1, 1, 1)).isEqualTo(2);
    }

    @Test
    void fractionsOfPlacesAreCountedAsFractions() {
        Scenario scenario = Scenario.parse("s.yaml", PATHWAY + "change:\n  steps: {stay: {occupies: {beds: 0.5}}}\n");
        Findings found = play(scenario, 4);
        assertThat(found.pool("beds").capacity()).isEqualTo(20);
        assertThat(found.pool("beds").occupancy().mean())
                .isCloseTo(found.step("stay").occupancy().mean() / 2, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        capacity: 20 -> capacity: -3                         | s.yaml:10 | cannot be negative (-3)
        lasts: {exponential: 3 d}, -> xx                     | s.yaml:12 | has no duration
        occupies: beds -> occupies: bed                      | s.yaml:12 | no pool (bed)
        share: 0.7 -> share: 0.6                             | s.yaml:18 | add up to 0.9
        lasts: {exponential: 3 d} -> lasts: 0 h              | s.yaml:12 | without time passing
        lasts: {exponential: 3 d} -> lasts: -2 h             | s.yaml:12 | cannot be negative (-2 h)
        capacity: 20 -> capacity: 0                          | s.yaml:10 | no capacity (0.0)
        capacity: 20 -> capacity: 2, changes: [{from: 2026-02-01, capacity: 0}] | s.yaml:10 | ends on (2026-02-01)
        capacity: 20 -> capacity: 2, changes: [{from: 2026-03-01, capacity: 1}, {from: 2026-02-01, capacity: 2}] | s.yaml:10 | not after the one before
        lasts: 100 d -> lasts: 100 days of rain              | s.yaml:3  | not a duration
        warm-up: 10 d -> warmup: 10 d                        | s.yaml:2  | the key (warmup) is not known
        capacity: 20 -> capacity: 20, by-hour: [1, 2]        | s.yaml:10 | 24 numbers were expected, 2
        , arrivals: {per-day: 4} ->                          | s.yaml:8  | nobody arrives
        """)
    void whatCannotBePlayedIsRefusedWhereItStands(String edit, String where, String what) {
        String[] parts = edit.split(" *-> *", -1);
        String replacement = parts[1].equals("xx") ? "" : parts[1];
        String text = PATHWAY.replace(parts[0], replacement);
        assertThat(text).as("the edit (%s) applies", edit).isNotEqualTo(PATHWAY);
        assertThatThrownBy(() -> Scenario.parse("s.yaml", text))
                .isInstanceOf(FaultyDefinition.class)
                .hasMessageContaining(where + ":")
                .hasMessageContaining(what)
                .hasMessageContaining("Maybe:");
    }

    @Test
    void aMisspeltChangeIsAFaultAndNotANewPool() {
        assertThatThrownBy(() -> Scenario.parse("s.yaml", PATHWAY + "change:\n  pools: {bets: {capacity: 7}}\n"))
                .hasMessageContaining("s.yaml:23")
                .hasMessageContaining("no (bets) under pools");
        assertThatThrownBy(() -> Scenario.load(EXAMPLES.resolve("missing.yaml")))
                .hasMessageContaining("no such file");
    }
}
