package uk.homeward.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.homeward.server.overview.Now.Room;

class PinchTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void is_where_people_wait_for_what_is_full() {
        assertThat(Pinch.of(
                        List.of(
                                room("Enablement beds", 232, 230, 14, Duration.ofDays(3)),
                                room("Crisis response caseload", 190, 100, 2, Duration.ofMinutes(20))),
                        NOW))
                .isEqualTo("The pinch is enablement beds: 230 of 232 are taken, and 14 people wait for one,"
                        + " the longest for 3 days.");
    }

    @Test
    void a_wait_for_what_has_room_is_no_pinch() {
        assertThat(Pinch.of(List.of(room("Crisis response caseload", 190, 100, 5, Duration.ofHours(1))), NOW))
                .isEqualTo("There is room everywhere. Nearest to full: crisis response caseload,"
                        + " where 100 of 190 are taken.");
    }

    @Test
    void who_waits_for_the_morning_is_no_pinch_either() {
        assertThat(Pinch.of(List.of(room("Short-term support at home", 140, 111, 5, Duration.ofHours(15))), NOW))
                .startsWith("There is room everywhere.");
    }

    @Test
    void says_so_where_people_wait_although_there_is_room() {
        assertThat(Pinch.of(List.of(room("Home enablement caseload", 1080, 900, 12, Duration.ofDays(5))), NOW))
                .isEqualTo("There is room, and still people wait: 12 people for home enablement caseload,"
                        + " the longest for 5 days, while 180 are free.");
    }

    @Test
    void warns_of_what_is_nearly_full_though_nobody_waits() {
        assertThat(Pinch.of(List.of(room("Acute beds", 100, 96, 0, Duration.ZERO)), NOW))
                .isEqualTo("Nobody waits long for a place, but acute beds are nearly full: 96 of 100 are taken.");
    }

    private static Room room(String title, int inService, int taken, int waiting, Duration longest) {
        @Nullable Instant since = waiting == 0 ? null : NOW.minus(longest);
        return new Room("x", title, inService, 0, taken, waiting, since);
    }
}
