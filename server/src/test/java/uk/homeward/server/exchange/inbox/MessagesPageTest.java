package uk.homeward.server.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

class MessagesPageTest extends HospitalTest {

    private final Visitor clerk = visitor(Role.HUB);

    @Test
    void showsWhoSendsWhatAndWhatWaits() throws IOException {
        send(message("A28", newId("page"), "P1", "1940-01-01", ""));
        String refused = newId("page");
        send(message("A40", refused, "P1", "1940-01-01", ""));
        String page = clerk.get("/exchange/hl7");
        assertThat(page)
                .contains("University Hospitals Birmingham, patient administration")
                .contains("MRG-1: a merge does not say which record gives way")
                .contains("Listening on port");
        assertThat(clerk.get("/exchange/hl7?sender=PAS%7CRRK")).contains("of PAS|RRK");
    }

    @Test
    void triesAMessageWithoutKeepingIt() {
        String before = text("select count(*) from message");
        clerk.get("/exchange/hl7");
        String page = clerk.send("/exchange/hl7/try", "message", MessagesController.SAMPLE);
        assertThat(page).contains("Answer: AA").contains("A04, arrived").contains("Fall at home");
        assertThat(clerk.send("/exchange/hl7/try", "message", "hello <b>"))
                .contains("Answer: AR")
                .contains("hello &lt;b&gt;");
        assertThat(text("select count(*) from message")).isEqualTo(before);
    }

    @Test
    void aMessageIsMendedOnItsPageAndThatSomebodyLookedIsKept() throws IOException {
        String id = newId("page");
        send(message("A28", newId("page"), "P7", "1940-01-01", ""));
        send(message("A40", id, "P7", "1940-01-01", ""));
        String number = text("select number from message where control_id = ?", id);
        String page = clerk.get("/exchange/hl7/messages/" + number);
        assertThat(page).contains("As received").contains("ADT^A40|" + id);
        String raw = text("select convert_from(content, 'UTF8') from message where number = ?", Long.valueOf(number));
        assertThat(clerk.send("/exchange/hl7/messages/" + number + "/replay")).contains("It was not applied");
        page = clerk.send(
                "/exchange/hl7/messages/" + number + "/mend", "text", raw.replace('\r', '\n') + "MRG|P8^^^RRK");
        assertThat(page).contains("Mended").contains("mended and applied").doesNotContain("Settle it");
        assertThat(personOf("P8")).isEqualTo(personOf("P7"));
        clerk.get("/exchange/hl7/messages/" + text("select max(number) from message"));
        assertThat(rows("select what from look where person = ?", personOf("P7")))
                .isNotEmpty();
    }

    @Test
    void settingAsideNeedsAReason() throws IOException {
        String junk = "junk " + newId("page");
        send(junk);
        String number = text(
                "select number from message where content = ?", junk.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        clerk.get("/exchange/hl7/messages/" + number);
        assertThat(clerk.send("/exchange/hl7/messages/" + number + "/set-aside", "reason", " "))
                .contains("a reason is needed");
        assertThat(clerk.send("/exchange/hl7/messages/" + number + "/set-aside", "reason", "a port scan"))
                .contains("Set aside")
                .contains("a port scan");
    }

    @Test
    void aMessageThatIsNotThereIsNotFound() {
        clerk.get("/exchange/hl7/messages/999999999");
        assertThat(clerk.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HUB", "TRIAGE_CLINICIAN"})
    void nobodyElseComesIn(Role role) {
        assertThat(get("/exchange/hl7", role.word()).statusCode()).isEqualTo(403);
        assertThat(get("/exchange/hl7/messages/1", role.word()).statusCode()).isEqualTo(403);
        assertThat(post("/exchange/hl7/try", role.word(), "message=x").statusCode())
                .isEqualTo(403);
        assertThat(post("/exchange/hl7/messages/1/replay", role.word(), "").statusCode())
                .isEqualTo(403);
        assertThat(post("/exchange/hl7/messages/1/mend", role.word(), "text=x").statusCode())
                .isEqualTo(403);
        assertThat(post("/exchange/hl7/messages/1/set-aside", role.word(), "reason=x")
                        .statusCode())
                .isEqualTo(403);
    }
}
