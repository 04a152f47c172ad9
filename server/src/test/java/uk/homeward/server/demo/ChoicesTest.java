package uk.homeward.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.pathway.Player;
import uk.homeward.foresight.pathway.Player.Circumstances;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.people.Population;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.User;

/** A past of a tenth of the place, played in memory: its choices are those of the engine that simulates the pathway. */
class ChoicesTest {

    private static final long SEED = 7;
    private static final int BEFORE = 70;
    private static final int DAYS = 90;
    private static final double SHARE = 0.1;
    private static final Path ROOT = Path.of(System.getProperty("homeward.root"));
    private static final Place PLACE = Place.load(ROOT.resolve("places/birmingham-solihull"));
    private static final Pathway PATHWAY =
            Pathway.load(ROOT.resolve("places/birmingham-solihull/pathways/intermediate-care.yaml"));
    private static final Calendar CALENDAR = new Calendar(PLACE.zone(), Set.of());
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Instant TOLD_FROM = NOW.minus(DAYS, ChronoUnit.DAYS);

    private static List<Journey> journeys;

    @BeforeAll
    static void play() {
        Cast cast = Cast.of(
                PLACE, PATHWAY, role -> new User(role.word(), role.word(), role, "bchc", List.of()), SEED, TODAY);
        Folk folk = new FirstPeople(Population.of(PLACE, SEED, TODAY), null, null).folk(20_000);
        Arriving arriving = new Arriving(cast.choices(), cast.luck(), PLACE.zone(), SHARE);
        Rehearsal rehearsal = new Rehearsal(PATHWAY, CALENDAR, UnitCounts.of(PLACE));
        Autopilot autopilot = new Autopilot(rehearsal, cast, arriving, folk);
        List<Journey> over = new ArrayList<>();
        autopilot.begin(TOLD_FROM.minus(BEFORE, ChronoUnit.DAYS));
        autopilot.until(TOLD_FROM);
        rehearsal.record(over::add, journey -> journey.state().isOpen(), folk);
        for (int day = 1; day <= DAYS; day++) {
            autopilot.until(TOLD_FROM.plus(day, ChronoUnit.DAYS));
            rehearsal.takeTold();
        }
        journeys = List.copyOf(rehearsal.journeys());
    }

    @Test
    void everyOptionIsTheOneThatTheEngineTakesForThisPersonAtThisRound() {
        Player player = Player.of(PATHWAY, SEED, TODAY);
        int decisions = 0;
        for (Journey journey : journeys) {
            List<Recorded<JourneyEvent>> events = journey.history().events();
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).event() instanceof JourneyEvent.DecisionMade made) {
                    Journey before = Journey.of(PATHWAY, CALENDAR, earlierThan(events, i));
                    assertThat(player.decide(made.decision(), circumstances(before)))
                            .as("%s of %s", made.decision(), journey.id())
                            .isEqualTo(made.option());
                    decisions++;
                }
            }
        }
        assertThat(decisions).isGreaterThan(1_500);
    }

    /** What was known when somebody decided: the completion of a step and the decision are one act. */
    private static List<Recorded<JourneyEvent>> earlierThan(List<Recorded<JourneyEvent>> events, int index) {
        Instant at = events.get(index).occurredAt();
        return events.subList(0, index).stream()
                .filter(r -> r.occurredAt().isBefore(at) || r.event() instanceof JourneyEvent.JourneyOpened)
                .toList();
    }

    private static Circumstances circumstances(Journey journey) {
        List<StepId> order = List.copyOf(PATHWAY.steps().keySet());
        int round = 0;
        int last = -1;
        for (Recorded<JourneyEvent> r : journey.history().events()) {
            if (r.event() instanceof JourneyEvent.StepStarted started) {
                int position = order.indexOf(started.step());
                round += last >= 0 && position <= last ? 1 : 0;
                last = position;
            }
        }
        if (journey.state() instanceof State.Waiting waiting) {
            round += last >= 0 && order.indexOf(waiting.step()) <= last ? 1 : 0;
        }
        Instant at = journey.history().events().getLast().occurredAt();
        return new Circumstances(journey.id(), round, journey.attributes(), journey.delayed(at));
    }

    /** In a tenth of the place nothing is full, so a wait is what must be arranged, and the night. */
    @Test
    void whereThereIsRoomPeopleWaitAsLongAsThePathwaySays() {
        Player player = Player.of(PATHWAY, SEED, TODAY);
        int waits = 0;
        for (Journey journey : journeys) {
            List<Recorded<JourneyEvent>> events = journey.history().events();
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).event() instanceof JourneyEvent.StepStarted started) {
                    Journey before = Journey.of(PATHWAY, CALENDAR, events.subList(0, i));
                    if (before.state() instanceof State.Waiting waiting
                            && PATHWAY.get(started.step()).beginsAfter() != null) {
                        Duration arranging = player.beginsAfter(started.step(), circumstances(before));
                        Duration wait =
                                Duration.between(waiting.since(), events.get(i).occurredAt());
                        assertThat(wait)
                                .as("wait of %s for %s", journey.id(), started.step())
                                .isBetween(arranging, arranging.plusHours(16));
                        waits++;
                    }
                }
            }
        }
        assertThat(waits).isGreaterThan(1_000);
    }

    @Test
    void peopleComeWhenTheEngineLetsThemCome() {
        Player player = Player.of(PATHWAY, SEED, TODAY);
        LocalDate day = TODAY.minusDays(30);
        long expected = player.arrivals(day, SHARE).size();
        long came = journeys.stream()
                .filter(j -> j.openedAt().atZone(PLACE.zone()).toLocalDate().equals(day))
                .filter(j -> j.opening().attributes().containsKey("urgency"))
                .count();
        assertThat(came)
                .as("those who come for the first time, and those who come back")
                .isBetween(expected, 2 * expected);
    }

    @Test
    void theSharesOfExitsLieWithinTheSimulatorsInterval() {
        Map<String, Double> played = shares(exits());
        Map<String, double[]> simulated = simulated(400);
        assertThat(played.keySet()).isSubsetOf(simulated.keySet());
        simulated.forEach((exit, range) -> assertThat(played.getOrDefault(exit, 0.0))
                .as("share of (%s) among those whose journey ended", exit)
                .isBetween(range[0], range[1]));
    }

    private static Map<String, Double> exits() {
        Map<String, Double> counts = new HashMap<>();
        for (Journey journey : journeys) {
            if (journey.state() instanceof State.Ended ended && ended.since().isAfter(TOLD_FROM)) {
                counts.merge(ended.exit().value(), 1.0, Double::sum);
            }
        }
        return counts;
    }

    private static Map<String, Double> shares(Map<String, Double> counts) {
        double all = counts.values().stream().mapToDouble(c -> c).sum();
        Map<String, Double> shares = new TreeMap<>();
        counts.forEach((exit, count) -> shares.put(exit, count / all));
        return shares;
    }

    /** The least and the largest share of each exit over runs of the same pathway with a tenth of the arrivals. */
    private static Map<String, double[]> simulated(int runs) {
        ScenarioRun run = ScenarioRun.of(Scenario.parse(
                ROOT.resolve("docs/examples/scenarios/tenth.yaml").toString(), """
                scenario: tenth
                title: A tenth of the people
                pathway: ../../../places/birmingham-solihull/pathways/intermediate-care.yaml
                start: 2025-12-23
                warm-up: 70 d
                lasts: 90 d
                change:
                  routes:
                    professional: {arrivals: {per-day: 6.2}}
                    gateway: {arrivals: {per-day: 0.9}}
                    hospital-front-door: {arrivals: {per-day: 15}}
                """));
        Map<String, double[]> ranges = new TreeMap<>();
        for (int i = 0; i < runs; i++) {
            Map<String, Double> counts = new HashMap<>();
            for (Findings.Rate exit : run.playRaw(SEED, i, events -> {}).exits()) {
                if (!exit.name().equals("declined")) {
                    counts.put(exit.name(), exit.count().mean());
                }
            }
            shares(counts)
                    .forEach((exit, share) -> ranges.merge(exit, new double[] {share, share}, (a, b) ->
                            new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])}));
        }
        return ranges;
    }
}
