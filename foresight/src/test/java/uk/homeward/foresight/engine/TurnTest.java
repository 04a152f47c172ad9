package uk.homeward.foresight.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.chance.Exponential;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Later;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Pool;
import uk.homeward.foresight.network.Standard;
import uk.homeward.foresight.network.Step;

/** Numbers that change on a date: what comes after is as if they had always held, and what came before is untouched. */
class TurnTest {

    private static final double TURN = 4_000;
    private static final double SETTLED = 5_000;

    private static Network network(double perHour, double mean, double share, int places, double limit) {
        return Network.builder()
                .pool(Pool.of("beds", places))
                .step(Step.named("stay")
                        .lasting(new Exponential(mean))
                        .occupying("beds")
                        .then("choice"))
                .decision("choice", Option.of("gone", share), Option.of("moved", 1 - share))
                .exit("gone")
                .exit("moved")
                .source("door", Arrivals.Poisson.of(perHour), "stay")
                .standard(Standard.wait("soon", "stay", limit))
                .build();
    }

    private static final Network BEFORE = network(2, 10, 0.8, 30, 1);
    private static final Network AFTER = network(3, 8, 0.3, 26, 2);

    private static Settings settings(double warmUp, double hours, int runs) {
        return new Settings(LocalDateTime.of(2026, 1, 5, 0, 0), warmUp, hours, List.of(), runs, 5, 2);
    }

    @Test
    void after_the_turn_the_place_is_as_if_the_new_numbers_had_always_held() {
        Findings turned = Simulation.of(BEFORE, List.of(new Later(TURN, AFTER))).run(settings(SETTLED, 4_000, 60));
        Findings always = Simulation.of(AFTER).run(settings(1_000, 4_000, 60));
        assertThat(turned.pool("beds").occupancy().mean())
                .isCloseTo(always.pool("beds").occupancy().mean(), within(0.15))
                .isCloseTo(24, within(0.3));
        assertThat(turned.step("stay").waitHours().mean())
                .isCloseTo(always.step("stay").waitHours().mean(), within(0.4));
        assertThat(turned.exit("gone").perDay().mean()).isCloseTo(24 * 3 * 0.3, within(0.3));
        assertThat(turned.standard("soon").met().mean())
                .isCloseTo(always.standard("soon").met().mean(), within(0.02));
        assertThat(turned.pool("beds").full().mean()).isNaN(); // its capacity is not constant
    }

    @Test
    void before_the_turn_nothing_is_otherwise() {
        Findings turned = Simulation.of(BEFORE, List.of(new Later(TURN, AFTER))).run(settings(500, TURN - 600, 4));
        Findings never = Simulation.of(BEFORE).run(settings(500, TURN - 600, 4));
        assertThat(turned.step("stay").waitHours()).isEqualTo(never.step("stay").waitHours());
        assertThat(turned.exit("gone").perDay()).isEqualTo(never.exit("gone").perDay());
    }

    @Test
    void people_who_are_on_their_way_to_come_hasten_when_the_rate_rises() {
        Network rare = network(0.001, 1, 1, 30, 1);
        Network many = network(5, 1, 1, 30, 1);
        Findings found = Simulation.of(rare, List.of(new Later(100, many))).run(settings(100, 1_000, 20));
        assertThat(found.exit("gone").perDay().mean()).isCloseTo(24 * 5, within(3.0));
    }

    @Test
    void two_threads_tell_the_same_as_one() {
        Simulation simulation = Simulation.of(BEFORE, List.of(new Later(100, AFTER), new Later(300, BEFORE)));
        Settings two = settings(0, 500, 12);
        Settings one = new Settings(two.start(), 0, 500, List.of(), 12, 5, 1);
        assertThat(simulation.run(one)).isEqualTo(simulation.run(two));
    }

    @Test
    void what_differs_in_more_than_numbers_is_refused() {
        Network other = Network.builder()
                .pool(Pool.of("beds", 3))
                .step(Step.named("stay").lasting(new Fixed(1)).then("choice"))
                .decision("choice", Option.of("gone", 0.5), Option.of("moved", 0.5))
                .exit("gone")
                .exit("moved")
                .source("door", Arrivals.Poisson.of(1), "stay")
                .standard(Standard.wait("soon", "stay", 1))
                .build();
        assertThatThrownBy(() -> Simulation.of(BEFORE, List.of(new Later(5, other))))
                .hasMessageContaining("step")
                .hasMessageContaining("differs later in more than its numbers");
    }
}
