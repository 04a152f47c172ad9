package uk.homeward.journey.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.capacity.Escalation.Judged;
import uk.homeward.journey.capacity.Escalation.Reading;
import uk.homeward.journey.capacity.EscalationPlan.Indicator;
import uk.homeward.journey.capacity.EscalationPlan.Reads;
import uk.homeward.journey.event.EscalationEvent.LevelReached;

class EscalationTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final EscalationPlan PLAN = new EscalationPlan(2, Duration.ofHours(2), List.of());

    @Test
    void a_level_needs_two_figures_so_that_one_alone_raises_no_alarm() {
        assertThat(judged(99, 10, 10).level()).isEqualTo(1);
        assertThat(judged(99, 61, 10).level()).isEqualTo(2);
        assertThat(judged(99, 155, 10).level()).isEqualTo(4);
        assertThat(judged(93, 120, 250).level()).isEqualTo(3);
    }

    @Test
    void the_reasons_say_the_figure_and_its_limit() {
        assertThat(judged(96.4, 120, 10).reasons())
                .containsExactly(
                        "Beds in use: 96.4%, from 92% on level 3", "Ready: 120 people, from 100 people on level 3");
        assertThat(judged(10, 10, 10).reasons()).containsExactly("Fewer than 2 figures are above their limits");
    }

    @Test
    void it_goes_up_at_once_and_down_only_after_two_hours() {
        Escalation two = new Escalation(2, NOON, List.of());
        assertThat(two.follows(new Judged(3, List.of("x")), PLAN, NOON.plusSeconds(60)))
                .contains(new LevelReached(3, 2, List.of("x")));
        assertThat(two.follows(new Judged(1, List.of()), PLAN, NOON.plusSeconds(3_600)))
                .isEmpty();
        assertThat(two.follows(new Judged(1, List.of()), PLAN, NOON.plusSeconds(7_200)))
                .contains(new LevelReached(1, 2, List.of()));
        assertThat(two.follows(new Judged(2, List.of()), PLAN, NOON.plusSeconds(99_999)))
                .isEmpty();
    }

    @Test
    void what_cannot_be_read_raises_nothing() {
        assertThat(new Reading(indicator("Beds in use", "%", 85, 92, 98), Double.NaN).level())
                .isEqualTo(1);
    }

    @Test
    void the_shipped_plan_can_be_read() {
        Path places = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")))
                .resolve("places");
        EscalationPlan plan = EscalationPlan.load(places.resolve("birmingham-solihull"));
        assertThat(plan.indicators()).extracting(Indicator::id).contains("acute-occupancy", "ready", "late");
    }

    private static Judged judged(double beds, double ready, double late) {
        return Escalation.judge(
                PLAN,
                List.of(
                        new Reading(indicator("Beds in use", "%", 85, 92, 98), beds),
                        new Reading(indicator("Ready", "people", 60, 100, 150), ready),
                        new Reading(indicator("Late", "clocks", 80, 150, 250), late)));
    }

    private static Indicator indicator(String title, String unit, double two, double three, double four) {
        return new Indicator(title, title, Reads.READY, "", unit, List.of(two, three, four), "test");
    }
}
