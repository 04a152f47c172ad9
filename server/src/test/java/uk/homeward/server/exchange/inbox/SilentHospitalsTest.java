package uk.homeward.server.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;
import uk.homeward.server.web.Announcement;

/** A hospital that fell silent is named on every page, with since when; its figures never look fresh. */
class SilentHospitalsTest extends ServerTest {

    private final SilentHospitals hospitals = bean(SilentHospitals.class);
    private final Instant now = Instant.parse("2026-11-29T12:00:00Z");

    private SenderLine sender(String name, Duration silentFor) {
        return SenderLine.of(name, name, now.minus(silentFor), null, now);
    }

    @Test
    void nothing_is_said_while_messages_come() {
        assertThat(hospitals.warning(List.of(sender("Heartlands", Duration.ofMinutes(20))), now))
                .isNull();
    }

    @Test
    void who_fell_silent_is_named_with_since_when_and_who_left_long_ago_is_not() {
        String warning = hospitals.warning(
                List.of(
                        sender("Heartlands", Duration.ofHours(3)),
                        sender("Good Hope", Duration.ofMinutes(5)),
                        sender("Closed Cottage Hospital", Duration.ofDays(300))),
                now);
        assertThat(warning)
                .contains("Heartlands has sent no message since 29 November, 09:00", "is as of then")
                .doesNotContain("Good Hope", "Cottage");
    }

    @Test
    void every_page_of_those_who_are_signed_in_says_so() {
        Announcement announcement = bean(Announcement.class);
        announcement.warn("Not up to date: Heartlands has sent no message since 09:00.");
        try {
            for (String page : List.of("/overview", "/wards", "/hub", "/returns", "/tasks")) {
                announcement.warn("Not up to date: Heartlands has sent no message since 09:00.");
                assertThat(get(page, "hub").body()).as(page).contains("Not up to date: Heartlands");
            }
            assertThat(visitor().get("/")).doesNotContain("Heartlands has sent");
            assertThat(visitor(Role.WARD).get("/overview")).isNotNull();
        } finally {
            announcement.warn(null);
        }
    }
}
