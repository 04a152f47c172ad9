package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;

class QueueTest extends FhirTest {

    private final Visitor hub = visitor(Role.HUB);

    private static long kept(String identifier) {
        Long number = bean(JdbcTemplate.class)
                .queryForObject(
                        "select number from message where channel = 'fhir' and control_id like ?",
                        Long.class,
                        "%" + identifier);
        return number == null ? 0 : number;
    }

    @Test
    void aReferralIsMendedAndAppliedOnce() {
        String identifier = newId("mend");
        String number = newNumber();
        String right = request(identifier, number);
        String wrong = right.replace("\"1940-05-02\"", "\"1940\"");
        assertThat(refer(wrong).statusCode()).isEqualTo(422);
        String path = "/exchange/fhir/messages/" + kept(identifier);
        assertThat(hub.get("/exchange/fhir")).contains("whole date").contains(path);
        assertThat(hub.get(path)).contains("As received");
        assertThat(hub.send(path + "/replay")).contains("It was not applied");
        assertThat(hub.send(path + "/mend", "text", right)).contains("Mended").doesNotContain("Settle it");
        assertThat(journeysOf(number)).isEqualTo(1);
        assertThat(refer(right).statusCode()).isEqualTo(201);
        assertThat(journeysOf(number)).isEqualTo(1);
    }

    @Test
    void settingAsideNeedsAReason() {
        String identifier = newId("aside");
        refer(request(identifier, "1234567890"));
        String path = "/exchange/fhir/messages/" + kept(identifier);
        hub.get(path);
        assertThat(hub.send(path + "/set-aside", "reason", " ")).contains("a reason is needed");
        assertThat(hub.send(path + "/set-aside", "reason", "a test of theirs"))
                .contains("Set aside")
                .contains("a test of theirs");
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoMendsMessagesSeesTheQueue(Role role) {
        if (Permission.MEND_MESSAGES.isOf(role)) {
            assertThat(get("/exchange/fhir", role.word()).statusCode()).isEqualTo(200);
            return;
        }
        assertThat(get("/exchange/fhir", role.word()).statusCode()).isEqualTo(403);
        assertThat(get("/exchange/fhir/messages/1", role.word()).statusCode()).isEqualTo(403);
        for (String what : new String[] {"replay", "mend", "set-aside"}) {
            assertThat(post("/exchange/fhir/messages/1/" + what, role.word(), "text=x&reason=x")
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
