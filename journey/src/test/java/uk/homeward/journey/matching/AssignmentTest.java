package uk.homeward.journey.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final long NEVER = Assignment.NEVER;

    @Test
    void who_comes_first_does_not_take_the_only_place_that_somebody_else_can_have() {
        Assignment best = Assignment.best(new long[][] {{28, 20}, {28, NEVER}}, new int[] {1, 1});

        assertThat(best.placeOf()).containsExactly(1, 0);
        assertThat(best.total()).isEqualTo(48);
    }

    @Test
    void a_home_with_two_free_places_takes_two_and_who_gains_least_goes_on_waiting() {
        Assignment best = Assignment.best(new long[][] {{10}, {28}, {20}}, new int[] {2});

        assertThat(best.placeOf()).containsExactly(Assignment.NONE, 0, 0);
        assertThat(best.price(0))
                .as("one more place would yield what the third would gain")
                .isEqualTo(10);
    }

    @Test
    void it_says_what_a_place_costs_the_others_and_who_would_have_it_else() {
        Assignment best = Assignment.best(new long[][] {{28, 20}, {25, NEVER}, {NEVER, 15}}, new int[] {1, 1});

        assertThat(best.placeOf()).containsExactly(1, 0, Assignment.NONE);
        assertThat(best.costToOthers(0)).isEqualTo(new Assignment.Cost(15, 2));
        assertThat(best.costToOthers(1))
                .as("the first would move up, and the third into their place")
                .isEqualTo(new Assignment.Cost(8 + 15, 0));
        assertThat(best.costToOthers(2)).isEqualTo(new Assignment.Cost(0, Assignment.NONE));
    }

    @Test
    void nobody_is_put_where_they_cannot_be_and_a_place_without_room_takes_nobody() {
        Assignment best = Assignment.best(new long[][] {{NEVER, 9}, {5, 7}}, new int[] {3, 0});

        assertThat(best.placeOf()).containsExactly(Assignment.NONE, 0);
    }

    @Test
    void it_is_as_good_as_trying_everything() {
        Random chance = new Random(7);
        for (int round = 0; round < 400; round++) {
            long[][] gain = gains(chance, 1 + chance.nextInt(6), 1 + chance.nextInt(5));
            int[] room = rooms(chance, gain[0].length);
            Assignment best = Assignment.best(gain, room);

            assertThat(best.total()).isEqualTo(tried(gain, room, 0, NONE_LEFT_OUT));
            for (int person = 0; person < gain.length; person++) {
                long without = tried(gain, room, 0, person);
                long others = best.total() - own(best, gain, person);
                assertThat(best.costToOthers(person).gain()).isEqualTo(without - others);
            }
        }
    }

    @Test
    void prices_prove_that_nothing_better_exists() {
        Random chance = new Random(11);
        long[][] gain = gains(chance, 120, 90);
        int[] room = rooms(chance, 90);
        Assignment best = Assignment.best(gain, room);

        long bound = 0;
        for (int place = 0; place < room.length; place++) {
            assertThat(best.price(place)).isNotNegative();
            bound += best.price(place) * room[place];
        }
        for (long[] person : gain) {
            long most = 0;
            for (int place = 0; place < room.length; place++) {
                most = person[place] == NEVER || room[place] == 0
                        ? most
                        : Math.max(most, person[place] - best.price(place));
            }
            bound += most;
        }
        assertThat(best.total())
                .as("weak duality: no assignment exceeds this bound")
                .isEqualTo(bound);
    }

    @Test
    void a_gain_below_nothing_is_refused() {
        assertThatThrownBy(() -> Assignment.best(new long[][] {{-1}}, new int[] {1}))
                .hasMessageContaining("(-1)")
                .hasMessageContaining("Maybe: write NEVER");
    }

    private static final int NONE_LEFT_OUT = -1;

    private static long own(Assignment best, long[][] gain, int person) {
        int place = best.placeOf()[person];
        return place == Assignment.NONE ? 0 : gain[person][place];
    }

    private static long[][] gains(Random chance, int people, int places) {
        long[][] gain = new long[people][places];
        for (long[] person : gain) {
            for (int place = 0; place < places; place++) {
                person[place] = chance.nextInt(4) == 0 ? NEVER : chance.nextInt(30);
            }
        }
        return gain;
    }

    private static int[] rooms(Random chance, int places) {
        return chance.ints(places, 0, 3).toArray();
    }

    private static long tried(long[][] gain, int[] room, int person, int leftOut) {
        if (person == gain.length) {
            return 0;
        }
        long most = tried(gain, room, person + 1, leftOut);
        for (int place = 0; place < room.length && person != leftOut; place++) {
            if (room[place] > 0 && gain[person][place] != NEVER) {
                room[place]--;
                most = Math.max(most, gain[person][place] + tried(gain, room, person + 1, leftOut));
                room[place]++;
            }
        }
        return most;
    }
}
