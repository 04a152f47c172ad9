package uk.homeward.foresight.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.pathway.Player.Circumstances;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

class PlayerTest {

    private static final Pathway PATHWAY = Pathway.load(
            Path.of(System.getProperty("homeward.root"), "places/birmingham-solihull/pathways/intermediate-care.yaml"));

    private final Player player = Player.of(PATHWAY, 42);

    private static Circumstances someone(int i, String frailty, int daysDelayed) {
        return new Circumstances("person-" + i, 0, Map.of("frailty", frailty), Duration.ofDays(daysDelayed));
    }

    @Test
    void theSamePersonGetsTheSameAnswerInWhateverOrderOneAsks() {
        Player other = Player.of(PATHWAY, 42);
        List<Duration> forwards = IntStream.range(0, 50)
                .mapToObj(i -> player.lasts(StepId.of("acute-stay"), someone(i, "mild", 0)))
                .toList();
        List<Duration> backwards = IntStream.range(0, 50)
                .mapToObj(i -> other.lasts(StepId.of("acute-stay"), someone(49 - i, "mild", 0)))
                .toList()
                .reversed();
        assertThat(backwards).isEqualTo(forwards);
        assertThat(Player.of(PATHWAY, 43).lasts(StepId.of("acute-stay"), someone(1, "mild", 0)))
                .isNotEqualTo(forwards.get(1));
    }

    @Test
    void attributesAndDelayHaveTheEffectsOfThePathway() {
        double mild = meanDays("mild");
        double promised =
                Objects.requireNonNull(PATHWAY.get(StepId.of("acute-stay")).lasts())
                                .mean()
                                .toMinutes()
                        / 1440.0;
        assertThat(mild).isCloseTo(promised, within(0.04 * promised));
        assertThat(meanDays("severe") / mild).isCloseTo(1.3, within(1e-6));
        assertThat(independent(0)).isCloseTo(0.58, within(0.02));
        double odds = 0.58 / 0.42 * Math.pow(0.97, 20);
        assertThat(independent(20)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    private double meanDays(String frailty) {
        return IntStream.range(0, 10_000)
                        .mapToLong(i -> player.lasts(StepId.of("acute-stay"), someone(i, frailty, 0))
                                .toMillis())
                        .average()
                        .orElseThrow()
                / 86_400_000;
    }

    private double independent(int daysDelayed) {
        return IntStream.range(0, 10_000)
                        .filter(i -> player.decide(
                                        DecisionId.of("after-home-enablement"), someone(i, "mild", daysDelayed))
                                .value()
                                .equals("independent"))
                        .count()
                / 10_000.0;
    }

    @Test
    void peopleComeByHourAndSeasonAsThePathwaySays() {
        int days = 365;
        long[] byRoute = new long[2];
        long night = 0;
        for (int day = 0; day < days; day++) {
            List<Player.Arrival> arrivals =
                    player.arrivals(LocalDate.of(2026, 1, 5).plusDays(day));
            assertThat(arrivals).isSortedAccordingTo(java.util.Comparator.comparing(Player.Arrival::at));
            byRoute[0] += arrivals.stream()
                    .filter(a -> a.route().value().equals("professional"))
                    .count();
            byRoute[1] += arrivals.stream()
                    .filter(a -> a.route().value().equals("gateway"))
                    .count();
            night += arrivals.stream()
                    .filter(a -> a.route().value().equals("professional") && a.at().getHour() < 6)
                    .count();
        }
        assertThat(byRoute[0] / (double) days).isCloseTo(62.6, within(1.5));
        assertThat(byRoute[1] / (double) days).isCloseTo(9, within(0.6));
        assertThat(night / (double) byRoute[0]).isBetween(0.015, 0.04);
        assertThat(player.arrivals(LocalDate.of(2026, 3, 1))).isEqualTo(player.arrivals(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void referralsAreAcceptedDeclinedAndPeopleComeBack() {
        RouteId professional = RouteId.of("professional");
        long declined = IntStream.range(0, 10_000)
                .filter(i -> player.isDeclined(professional, someone(i, "mild", 0)))
                .count();
        assertThat(declined / 10_000.0).isCloseTo(0.05, within(0.01));
        assertThat(player.acceptedAfter(professional, someone(1, "mild", 0))).isPositive();
        assertThat(player.sender(professional, "person-1"))
                .isIn("gp", "ambulance", "community-nurse", "social-worker", "care-home", "out-of-hours", "hospital");
        assertThat(player.attributes(professional, "person-1").keySet())
                .containsExactly("frailty", "lives-alone", "dementia", "urgency");
        long back = IntStream.range(0, 10_000)
                .filter(i -> player.comesBack(ExitId.of("stays-home"), someone(i, "mild", 0))
                        .isPresent())
                .count();
        assertThat(back / 10_000.0).isCloseTo(0.14, within(0.015));
        assertThat(player.comesBack(ExitId.of("care-home"), someone(1, "mild", 0)))
                .isEmpty();
    }

    @Test
    void inASmallerPlaceSomeOfTheSamePeopleCome() {
        long all = 0;
        long some = 0;
        for (int day = 0; day < 60; day++) {
            LocalDate date = LocalDate.of(2026, 1, 5).plusDays(day);
            List<Player.Arrival> fewer = player.arrivals(date, 0.1);
            assertThat(player.arrivals(date)).containsAll(fewer);
            all += player.arrivals(date).size();
            some += fewer.size();
        }
        assertThat(some / (double) all).isCloseTo(0.1, within(0.01));
        assertThatThrownBy(() -> player.arrivals(LocalDate.of(2026, 1, 5), 1.5))
                .hasMessageContaining("(1.5)")
                .hasMessageContaining("Maybe");
    }

    @Test
    void growthCountsFromTheDayOnWhichTheRatesHold() {
        Player later = Player.of(PATHWAY, 42, LocalDate.of(2016, 1, 5));
        LocalDate day = LocalDate.of(2026, 1, 5);
        int grown = 0;
        int now = 0;
        for (int i = 0; i < 30; i++) {
            grown += later.arrivals(day.plusDays(i)).size();
            now += player.arrivals(day.plusDays(i)).size();
        }
        assertThat(grown / (double) now).isBetween(1.15, 1.35); // ten years of 2 and 2.5 per cent
    }

    @Test
    void whatIsKnownOfSomeoneStaysAndTheRestIsDrawn() {
        RouteId professional = RouteId.of("professional");
        assertThat(player.attributes(professional, "person-7", Map.of("frailty", "severe", "locality", "north")))
                .containsEntry("frailty", "severe")
                .containsOnlyKeys("frailty", "lives-alone", "dementia", "urgency")
                .containsEntry(
                        "urgency", player.attributes(professional, "person-7").get("urgency"));
        Circumstances live = new Circumstances(
                "person-7", 0, Map.of("frailty", "severe", "dementia", "", "stay", "uhb/1"), Duration.ZERO);
        assertThat(player.lasts(StepId.of("acute-stay"), live)).isPositive();
    }

    @Test
    void aStepBeginsOnceWhatItNeedsIsArranged() {
        double hours = IntStream.range(0, 10_000)
                        .mapToLong(i -> player.beginsAfter(StepId.of("home-enablement"), someone(i, "mild", 0))
                                .toMillis())
                        .average()
                        .orElseThrow()
                / 3.6e6;
        double promised =
                Objects.requireNonNull(PATHWAY.get(StepId.of("home-enablement")).beginsAfter())
                                .mean()
                                .toMinutes()
                        / 60.0;
        assertThat(hours).isCloseTo(promised, within(0.03 * promised));
        assertThat(player.beginsAfter(StepId.of("triage"), someone(1, "mild", 0)))
                .isZero();
    }

    @Test
    void aRoundIsGoneByWhoComesToAnEarlierStepAgain() {
        List<StepId> steps = List.of(
                StepId.of("triage"),
                StepId.of("crisis-response"),
                StepId.of("acute-stay"),
                StepId.of("home-enablement"));
        assertThat(player.round(List.of())).isZero();
        assertThat(player.round(steps.subList(0, 3))).isZero();
        assertThat(player.round(steps)).isEqualTo(1);
        assertThat(player.round(List.of(StepId.of("triage"), StepId.of("triage"))))
                .isEqualTo(1);
    }

    @Test
    void manyThreadsGetTheAnswersThatOneGets() {
        List<Duration> alone = IntStream.range(0, 5_000)
                .mapToObj(i -> player.lasts(StepId.of("acute-stay"), someone(i, "mild", 0)))
                .toList();
        List<Duration> together = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> player.lasts(StepId.of("acute-stay"), someone(i, "mild", 0)))
                .toList();
        assertThat(together).isEqualTo(alone);
    }
}
