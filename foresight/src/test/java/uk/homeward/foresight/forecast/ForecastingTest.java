package uk.homeward.foresight.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.forecast.Quantity.Kind;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.pathway.PlayedEvent;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

class ForecastingTest {

    private static final String WARD = """
            scenario: ward
            start: 2026-01-05
            lasts: 80 d
            pathway:
              pathway: ward
              title: Ward
              routes:
                door: {title: Door, acceptance: false, to: stay, arrivals: {per-day: 6}}
              pools:
                beds: {capacity: 40}
              steps:
                stay: {title: Stay, setting: hospital, occupies: beds, lasts: {lognormal: {mean: 6 d, sd: 5 d}}, then: out}
              exits:
                out: {title: Out, outcome: no-need}
              standards:
                soon: {title: Soon, from: requested stay, to: started stay, within: 4 h, source: test}
            """;
    private static final Scenario SCENARIO = Scenario.parse("ward.yaml", WARD);

    private static Forecast forecast(Pathway pathway, LocalDateTime start, List<Standing> people, int runs) {
        return Forecasting.of(pathway, start, people, 10, runs, 7, 2, Listener.NONE);
    }

    private static List<Double> runOut(Forecast forecast) {
        return Objects.requireNonNull(forecast.runOut().get("beds"));
    }

    private static double perDay(Pathway pathway, String route) {
        return Objects.requireNonNull(pathway.get(RouteId.of(route)).arrivals()).perDay();
    }

    /** A life that is played, looked at on some days, and forecast from what is known then. */
    private static final class World {
        final List<PlayedEvent> events = new ArrayList<>();

        World(long seed) {
            ScenarioRun.of(SCENARIO).play(seed, 0, events::add);
        }

        List<Standing> at(LocalDateTime now) {
            Map<String, LocalDateTime> inside = new HashMap<>();
            Map<String, LocalDateTime> waiting = new HashMap<>();
            for (PlayedEvent e : events) {
                if (e.at().isAfter(now)) {
                    break;
                }
                switch (e.event()) {
                    case JourneyEvent.StepRequested r -> waiting.put(e.journey(), e.at());
                    case JourneyEvent.StepStarted s -> {
                        waiting.remove(e.journey());
                        inside.put(e.journey(), e.at());
                    }
                    case JourneyEvent.StepCompleted c -> inside.remove(e.journey());
                    default -> {}
                }
            }
            List<Standing> people = new ArrayList<>();
            inside.forEach((j, since) -> people.add(new Standing(
                    "stay", Standing.State.IN_STEP, Duration.between(since, now).toMinutes() / 60.0, Map.of(), 0)));
            waiting.forEach((j, since) -> people.add(new Standing(
                    "stay", Standing.State.WAITING, Duration.between(since, now).toMinutes() / 60.0, Map.of(), 0)));
            return people;
        }

        long taken(LocalDateTime now) {
            return at(now).stream()
                    .filter(s -> s.state() == Standing.State.IN_STEP)
                    .count();
        }
    }

    @Test
    void intervalsHoldWhatTheyPromise() {
        int inside50 = 0;
        int inside90 = 0;
        int all = 0;
        double crps = 0;
        double naive = 0;
        for (long seed = 1; seed <= 12; seed++) {
            World world = new World(seed);
            for (int day = 30; day <= 60; day += 10) {
                LocalDateTime now = SCENARIO.start().plusDays(day).plusHours(9);
                Line taken =
                        forecast(SCENARIO.pathway(), now, world.at(now), 100).line(new Quantity(Kind.TAKEN, "beds"));
                for (int m = 3; m < taken.at().size(); m += 9) {
                    double came = world.taken(taken.at().get(m));
                    Score score = Score.of(taken.quantiles().get(m), came);
                    inside50 += score.inside50() ? 1 : 0;
                    inside90 += score.inside90() ? 1 : 0;
                    crps += score.crps();
                    naive += Math.abs(world.taken(now) - came);
                    all++;
                }
            }
        }
        assertThat((double) inside90 / all).as("of 90%% intervals, %s", all).isBetween(0.84, 1.0);
        assertThat((double) inside50 / all).as("of 50%% intervals").isBetween(0.42, 0.75);
        assertThat(crps).as("better than 'as it is now'").isLessThan(0.9 * naive);
    }

    @Test
    void aFullWardRunsOutAndOneMoreBedHelps() {
        LocalDateTime now = LocalDateTime.of(2026, 3, 2, 8, 30);
        List<Standing> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(Standing.in("stay", 3 * i));
        }
        for (int i = 0; i < 10; i++) {
            people.add(new Standing("stay", Standing.State.WAITING, 20 - i, Map.of(), 0));
        }
        Forecast full = forecast(SCENARIO.pathway(), now, people, 80);
        assertThat(runOut(full).getFirst()).isEqualTo(1.0);
        assertThat(full.days().getFirst()).isEqualTo(now.toLocalDate());
        assertThat(full.line(new Quantity(Kind.WAITING, "beds")).at(0, 50)).isGreaterThan(3);
        assertThat(full.line(new Quantity(Kind.TAKEN, "beds")).at()).hasSize(40);
        assertThat(full.line(new Quantity(Kind.TAKEN, "beds")).at().getFirst())
                .isEqualTo(LocalDateTime.of(2026, 3, 2, 12, 0));
        assertThat(full.line(new Quantity(Kind.MET, "soon")).at().getFirst())
                .as("the first whole day")
                .isEqualTo(LocalDateTime.of(2026, 3, 4, 0, 0));
        Forecast.OneMore more = full.oneMore().getFirst();
        assertThat(more.waited().isSure()).isTrue();
        assertThat(more.waited().mean()).isBetween(5.0, 20.0);
    }

    @Test
    void anEmptyPlaceNeedsNothing() {
        Forecast empty = forecast(SCENARIO.pathway(), LocalDateTime.of(2026, 3, 2, 8, 0), List.of(), 20);
        assertThat(runOut(empty)).allMatch(chance -> chance < 0.5);
        assertThat(runOut(empty).getFirst()).isZero();
        assertThat(empty.line(new Quantity(Kind.TAKEN, "beds")).at(0, 95)).isLessThan(8);
    }

    @Test
    void thePresentTakesPlacesAndArrivalsFromThePlace() {
        Pathway shipped = Pathway.load(Path.of(System.getProperty("homeward.root"))
                .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml"));
        LocalDateTime now = LocalDateTime.of(2026, 3, 2, 8, 0);
        Pathway present = new Present(shipped, now.toLocalDate())
                .of(
                        Map.of(PoolId.of("acute-beds"), 33.0),
                        Map.of(RouteId.of("gateway"), 56, RouteId.of("carer-admitted"), 28),
                        28);
        assertThat(present.get(PoolId.of("acute-beds")).capacity()).isEqualTo(33);
        assertThat(present.get(PoolId.of("home-places")).capacity())
                .isEqualTo(shipped.get(PoolId.of("home-places")).capacity());
        assertThat(perDay(present, "gateway")).isCloseTo(2, within(1e-9));
        assertThat(perDay(present, "carer-admitted")).isCloseTo(1, within(1e-9));
        assertThat(perDay(present, "professional")).isZero();
        assertThat(forecast(present, now, List.of(), 3).lines()).isNotEmpty();
    }

    @Test
    void scoresAreThoseOfTheTextbook() {
        Random random = new Random(3);
        double[] normal = new double[Line.LEVELS];
        double[] sample = random.doubles(200_000).sorted().toArray();
        for (int i = 0; i < normal.length; i++) { // uniform on 0 to 1: CRPS at y is 1/3 - y + y^2
            normal[i] = 0.05 * (i + 1);
        }
        for (double y : new double[] {0.5, 0.1, 0.9}) {
            assertThat(Score.of(normal, y).crps()).isCloseTo(1.0 / 3 - y + y * y, within(0.012));
        }
        assertThat(Score.of(normal, 0.2).inside50()).isFalse();
        assertThat(Score.of(normal, 0.3).inside50()).isTrue();
        assertThat(Score.of(normal, 0.2).inside90()).isTrue();
        assertThat(Score.of(normal, 0.2).error()).isCloseTo(0.3, within(1e-12));
        assertThat(Line.percentiles(sample)[9]).isCloseTo(0.5, within(0.01));
    }

    @Test
    void whoHasStayedLongMayLeaveAsThePathwaySays() {
        var stay = SCENARIO.pathway().get(StepId.of("stay"));
        double fresh = Leaving.chance(stay, Map.of(), Duration.ZERO, Duration.ofDays(1));
        double later = Leaving.chance(stay, Map.of(), Duration.ofDays(4), Duration.ofDays(1));
        assertThat(fresh).isLessThan(0.05);
        assertThat(later).isGreaterThan(0.2);
    }
}
