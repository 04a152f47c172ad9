package uk.homeward.server.exchange.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.PlaceKey;

/** One page shows every line to other systems, and which of them is silent. */
class AllLinesTest extends ServerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static InterfaceLine line(Instant last) {
        return InterfaceLine.of("x", "/x", true, 1, last, Duration.ofHours(1), NOW, 0, "");
    }

    @Test
    void a_line_that_falls_silent_is_called_so() {
        assertThat(line(NOW.minusSeconds(3_500)).silent()).isFalse();
        assertThat(line(NOW.minusSeconds(3_700)).silent()).isTrue();
    }

    @Test
    void every_line_stands_on_the_page_with_the_sandbox_key() {
        String page = visitor(Role.HUB).get("/exchange");
        assertThat(page)
                .contains("HL7 v2: ADT, REF, ORU")
                .contains("FHIR messages: BaRS referrals, ITK3 letters")
                .contains("Subscriptions by REST hook")
                .contains("Sent to others")
                .contains("demo-referrer@uhb");
        assertThat(get("/exchange", "analyst").statusCode()).isEqualTo(403);
    }

    @Test
    void dead_letters_of_a_subscription_are_told_again_from_its_page() {
        JdbcTemplate jdbc = bean(JdbcTemplate.class);
        String place = bean(PlaceKey.class).value();
        String id = newId("dead");
        jdbc.update(
                "insert into subscription (place, id, type, criteria, endpoint, payload, headers, active, user_id,"
                        + " user_name, role, organisation, teams) values (?, ?, 'Observation', 'Observation?code=z9',"
                        + " 'https://x.example/h', false, '', false, 'u', 'U', 'ward', 'uhb', '')",
                place,
                id);
        jdbc.update(
                "insert into notification (place, subscription, type, id, queued_at, due_at, dead, problem)"
                        + " values (?, ?, 'Observation', 'o', now(), now(), true, 'the subscriber answered 503')",
                place,
                id);
        var clerk = visitor(Role.HUB);
        assertThat(clerk.get("/exchange/subscriptions"))
                .contains("Observation?code=z9")
                .contains("answered 503");
        clerk.send("/exchange/subscriptions/" + id + "/replay");
        assertThat(jdbc.queryForObject(
                        "select count(*) from notification where subscription = ? and not dead", Long.class, id))
                .isEqualTo(1);
        jdbc.update("delete from notification where subscription = ?", id);
        jdbc.update("delete from subscription where id = ?", id);
        assertThat(get("/exchange/subscriptions", "analyst").statusCode()).isEqualTo(403);
        assertThat(post("/exchange/subscriptions/x/replay", "analyst", "").statusCode())
                .isEqualTo(403);
    }
}
