package uk.homeward.foresight.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.pathway.Durations;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.RouteId;

class CalibrationTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static final String KNOWN = """
            scenario: known
            start: 2024-01-01
            lasts: 3 years
            pathway:
              pathway: known
              title: Known
              attributes:
                frailty: [severe, fit]
              routes:
                referral:
                  title: Referral
                  accepted-after: {gamma: {mean: 40 min, sd: 30 min}}
                  declined: 0.08
                  to: stay
                  arrivals:
                    per-day: 20
                    by-weekday: [1.3, 1.1, 1, 1, 1, 0.9, 0.7]
                    by-month: [1.2, 1.1, 1, 1, 1, 0.9, 0.9, 0.9, 0.9, 1, 1, 1.1]
                    growth-per-year: 0.1
                    attributes: {frailty: {severe: 0.3, fit: 0.7}}
              pools:
                beds: {capacity: 150}
              steps:
                stay:
                  title: Stay
                  occupies: beds
                  lasts: {lognormal: {mean: 6 d, sd: 5 d}}
                  shifts: [{when: {frailty: severe}, times: 1.4}]
                  then: choice
                therapy: {title: Therapy, lasts: {triangular: {least: 5 d, mode: 20 d, most: 42 d}}, then: out}
              decisions:
                choice:
                  title: Choice
                  question: Where to?
                  options:
                    home: {title: Home, share: 0.6, shifts: [{per-day-delayed: 0.8}], to: out}
                    help: {title: Help, share: 0.3, shifts: [{when: {frailty: severe}, times: 2.0}], to: therapy}
                    elsewhere: {title: Elsewhere, share: 0.1, to: gone}
              exits:
                out: {title: Out, outcome: no-need, returns: {share: 0.12, after: {weibull: {shape: 0.8, scale: 30 d}}, by: referral}}
                gone: {title: Gone, outcome: no-need}
            """;

    private static Calibration learn(long seed, int days) {
        Scenario scenario = Scenario.parse("known.yaml", KNOWN);
        Lives lives = new Lives(scenario.pathway(), new Window(START, START.plusDays(days)));
        ScenarioRun.of(scenario).play(seed, 0, e -> lives.add(new LivedEvent(e.journey(), e.at(), e.event())));
        return Calibration.of(lives, START);
    }

    /** Every number of the known pathway beside the interval that was learned for it. */
    private static Map<String, Object[]> pairs(Calibration c) {
        Map<String, Object[]> pairs = new java.util.LinkedHashMap<>();
        LearnedArrivals came = c.arrivals().getFirst();
        pairs.put("per day", new Object[] {20.0, came.perDay()});
        pairs.put("growth", new Object[] {0.1, came.growthPerYear()});
        pairs.put("severe", new Object[] {
            0.3, came.attributes().getOrDefault("frailty", Map.of()).get("severe")
        });
        pairs.put("declined", new Object[] {0.08, c.declined().getFirst().share()});
        pairs.put(
                "accepted after",
                new Object[] {40 / 60.0, c.acceptance().getFirst().mean()});
        pairs.put("stay", new Object[] {144.0, c.steps().get(0).mean()});
        pairs.put(
                "stay, severe",
                new Object[] {1.4, c.steps().get(0).effects().getFirst().factor()});
        pairs.put("therapy", new Object[] {24 * 67 / 3.0, c.steps().get(1).mean()});
        List<LearnedDecision.LearnedOption> options = c.decisions().getFirst().options();
        pairs.put("home", new Object[] {0.6, options.get(0).share()});
        pairs.put(
                "home, per day",
                new Object[] {0.8, options.get(0).effects().getFirst().factor()});
        pairs.put("help", new Object[] {0.3, options.get(1).share()});
        pairs.put(
                "help, severe",
                new Object[] {2.0, options.get(1).effects().getFirst().factor()});
        pairs.put("elsewhere", new Object[] {0.1, options.get(2).share()});
        pairs.put("back", new Object[] {0.12, c.returns().getFirst().share()});
        return pairs;
    }

    @Test
    void whatWasPlayedIsLearnedBackWithinItsIntervals() {
        int inside = 0;
        int all = 0;
        List<String> outside = new ArrayList<>();
        for (long seed = 1; seed <= 6; seed++) {
            for (var pair : pairs(learn(seed, 1000)).entrySet()) {
                double truth = (double) pair.getValue()[0];
                Between learned = (Between) pair.getValue()[1];
                all++;
                inside += learned.has(truth) ? 1 : 0;
                double half = 0.5 * (learned.high() - learned.low());
                if (!(Math.abs(truth - learned.value()) < 2 * half)) { // four standard errors
                    outside.add(pair.getKey() + " " + truth + " " + learned + " seed " + seed);
                }
            }
        }
        assertThat(outside).isEmpty();
        assertThat((double) inside / all).as("of 95%% intervals").isBetween(0.88, 1.0);
    }

    @Test
    void patternsOfWeekAndYearAreLearned() {
        LearnedArrivals came = learn(3, 1000).arrivals().getFirst();
        assertThat(came.byWeekday().getFirst()).isCloseTo(1.3, within(0.06));
        assertThat(came.byWeekday().getLast()).isCloseTo(0.7, within(0.06));
        assertThat(came.byMonth().getFirst()).isCloseTo(1.2, within(0.08));
        assertThat(came.byMonth().get(7)).isCloseTo(0.9, within(0.08));
        assertThat(came.dispersion()).isCloseTo(1, within(0.15));
        for (LearnedArrivals.Daily daily : came.fit()) {
            assertThat(daily.observed()).isCloseTo(daily.fitted(), within(2));
        }
    }

    @Test
    void staysThatHaveNotEndedCountForWhatTheyAre() {
        Random random = new Random(5);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) { // everybody came within 20 hours of the end, and stays 30 hours on average
            double seen = 20 * random.nextDouble();
            double lasts = -30 * Math.log(1 - random.nextDouble());
            stays.add(new Stay(Math.min(seen, lasts), lasts <= seen, Map.of(), 0));
        }
        LearnedDuration learned = DurationFit.learn("step", stays, null, List.of());
        assertThat(learned.naive()).as("mean of those who left").isLessThan(9);
        assertThat(learned.mean().low()).isGreaterThan(23);
        assertThat(learned.mean().has(30)).isTrue();
        KaplanMeier curve = KaplanMeier.of(stays);
        assertThat(curve.survival(10)).isCloseTo(Math.exp(-10.0 / 30), within(0.02));
        assertThat(curve.quantile(0.25)).isCloseTo(30 * Math.log(4.0 / 3), within(0.5));
    }

    @Test
    void kaplanAndMeiersCurveOfASmallTableIsTheOneThatIsWorkedByHand() {
        List<Stay> stays = List.of(
                new Stay(6, true, Map.of(), 0),
                new Stay(6, true, Map.of(), 0),
                new Stay(6, false, Map.of(), 0),
                new Stay(7, true, Map.of(), 0),
                new Stay(9, false, Map.of(), 0),
                new Stay(10, true, Map.of(), 0));
        KaplanMeier curve = KaplanMeier.of(stays);
        assertThat(curve.survival(6)).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(curve.survival(8)).isCloseTo(4 / 6.0 * 2 / 3, within(1e-12));
        assertThat(curve.survival(10)).isZero();
        assertThat(curve.mean()).isCloseTo(6 + 4 / 6.0 + 3 * 4 / 9.0, within(1e-12));
    }

    @Test
    void whatIsTooThinStaysAnAssumptionAndIsSaid() {
        Calibration thin = learn(1, 30);
        assertThat(thin.arrivals().getFirst().byMonth()).isEmpty();
        assertThat(thin.kept()).anySatisfy(k -> assertThat(k.why()).contains("two years are needed"));
        Calibration thinner = learn(1, 3);
        assertThat(thinner.steps().get(1).isLearned()).isFalse();
        assertThat(thinner.kept()).extracting(Calibration.Kept::what).contains("step therapy");
    }

    @Test
    void theOverlayIsAScenarioThatPlaysWhatWasLearned() {
        Calibration learned = learn(2, 1000);
        String pathway = KNOWN.substring(KNOWN.indexOf("  pathway: known"));
        String overlay = Overlay.of(learned, "known-pathway.yaml", 0);
        Scenario again = Scenario.parse(
                "overlay.yaml", overlay.replace("pathway: \"known-pathway.yaml\"", "pathway:\n" + pathway));
        assertThat(again.pathway().get(RouteId.of("referral")).arrivals()).isNotNull();
        Lasting therapy = java.util.Objects.requireNonNull(again.pathway().steps().values().stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .lasts());
        assertThat(Durations.of(therapy).mean()).isCloseTo(24 * 67 / 3.0, within(20.0));
        double played = ScenarioRun.of(again.lasting(24 * 200))
                .play(4, 1, 1, (done, of) -> {})
                .pool("beds")
                .occupancy()
                .mean();
        double truth = ScenarioRun.of(Scenario.parse("known.yaml", KNOWN).lasting(24 * 200))
                .play(4, 1, 1, (done, of) -> {})
                .pool("beds")
                .occupancy()
                .mean();
        assertThat(played).isCloseTo(truth, within(0.06 * truth));
    }
}
