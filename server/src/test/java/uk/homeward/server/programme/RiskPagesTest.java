package uk.homeward.server.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** The shared register: raised, scored, mitigated, reviewed, escalated, closed, and shown as of a day. */
class RiskPagesTest extends ServerTest {

    private static final LocalDate TODAY = bean(ChangeBook.class).today();

    @Test
    void the_register_holds_the_risks_of_the_documents() {
        String page = get("/risks", "ward").body();

        assertThat(page)
                .contains("Heat map", "Winter pressure diverts staff", "not scored")
                .doesNotContain("Raise a risk");
        assertThat(get("/risks?q=winter+pressure", "ward").body()).contains("1 risks");
        assertThat(get("/risks.csv?show=all", "ward").body().lines().count()).isGreaterThan(117);
        assertThat(get("/risks?as-of=2011-12-31", "ward").body()).doesNotContain("Winter pressure diverts staff");
    }

    @Test
    void a_risk_lives_through_its_page() {
        Visitor office = visitor(Role.PROGRAMME);
        String at = raised(office, "Lifts fail in the tower");
        office.send(at + "/score", "stage", "before", "likelihood", "4", "impact", "5", "why", "twice last month");
        office.send(
                at + "/mitigate",
                "words",
                "A new motor",
                "owner",
                "estates",
                "due",
                TODAY.plusDays(30).toString());
        office.send(at + "/score", "stage", "after", "likelihood", "1", "impact", "5", "why", "new");
        assertThat(office.get("/risks?q=lifts+fail")).contains("4 × 5 = 20, extreme", "1 × 5 = 5, moderate");
        assertThat(office.get("/risks?cell=4x5&q=lifts")).contains("Lifts fail in the tower");

        office.send(at + "/mitigated", "mitigation", "new-motor", "note", "runs");
        assertThat(office.get("/risks?cell=1x5&q=lifts")).contains("Lifts fail in the tower");
        office.send(
                at + "/review",
                "words",
                "no fault since",
                "next",
                TODAY.plusDays(60).toString());
        office.send(at + "/escalate", "organisation", "icb", "why", "the landlord is theirs");
        assertThat(office.get("/risks?show=escalated")).contains("Lifts fail in the tower");
        String taken = office.send(at + "/answer", "accepted", "yes", "words", "we take it");
        assertThat(taken).contains("NHS Birmingham and Solihull Integrated Care Board", "took it over: we take it");

        office.send(at + "/close", "reason", "the tower is empty");
        assertThat(office.get("/risks?show=closed&q=lifts")).contains("Lifts fail in the tower");
        assertThat(office.send(
                        at + "/review", "words", "x", "next", TODAY.plusDays(9).toString()))
                .contains("This risk is closed");
        assertThat(office.send(at + "/reopen", "reason", "people are back")).contains("reopened it: people are back");
    }

    @Test
    void two_people_who_edit_the_same_risk_do_not_overwrite_each_other() {
        Visitor one = visitor(Role.PROGRAMME);
        Visitor other = visitor(Role.COMMISSIONER);
        String at = raised(one, "Two edit this");
        String seen = "1";
        other.get(at);
        one.send(at + "/score", "seen", seen, "stage", "before", "likelihood", "2", "impact", "2");

        String told = other.send(at + "/score", "seen", seen, "stage", "before", "likelihood", "5", "impact", "5");

        assertThat(other.status()).isEqualTo(409);
        assertThat(told).contains("Somebody changed this while you looked", "scored it 2 × 2 = 4, moderate as it is");
        assertThat(one.get(at)).doesNotContain("5 × 5");
    }

    @Test
    void what_is_missing_is_said_all_at_once() {
        Visitor office = visitor(Role.PROGRAMME);
        office.get("/risks/new");
        String page = office.send("/risks", "event", "Half a risk");

        assertThat(page)
                .contains(
                        "Say because of what",
                        "Say what that would do",
                        "Name the role that owns it",
                        "Choose who carries it")
                .contains("value=\"Half a risk\"");
        String at = raised(office, "Bad values");
        assertThat(office.send(at + "/score", "stage", "before", "likelihood", "9", "impact", "5"))
                .contains("each run from 1");
        assertThat(office.send(at + "/score", "stage", "after", "likelihood", "1", "impact", "1"))
                .contains("Score the risk as it is first");
        assertThat(office.send(at + "/review", "words", "x", "next", TODAY.toString()))
                .contains("must be after today");
        assertThat(office.send(at + "/escalate", "organisation", "bcc", "why", "x"))
                .contains("carries this risk already");
    }

    @Test
    void scripts_tell_and_read_risks() {
        var office = script(Role.COMMISSIONER);
        var made = office.post("/api/risks/by-script/describe", """
            {"cause":"c","event":"By script","effect":"e","owner":"lead","organisation":"uhb","measure":["no-such"]}\
            """);
        assertThat(made.status()).isEqualTo(409);
        assertThat(made.body()).contains("unknown-measure");

        assertThat(office.post("/api/risks/by-script/describe", """
            {"cause":"c","event":"By script","effect":"e","owner":"lead","organisation":"uhb","measure":["ae-4h"]}\
            """).status()).isEqualTo(200);
        assertThat(office.get("/api/risks/by-script")
                        .json()
                        .get("risk")
                        .get("open")
                        .asBoolean())
                .isTrue();
        assertThat(office.get("/api/risks?as-of=" + TODAY.minusDays(1)).body()).doesNotContain("by-script");
    }

    private static String raised(Visitor office, String event) {
        office.get("/risks/new");
        office.send(
                "/risks",
                "cause",
                "age",
                "event",
                event,
                "effect",
                "people wait",
                "owner",
                "estates lead",
                "organisation",
                "bcc");
        return office.path();
    }
}
