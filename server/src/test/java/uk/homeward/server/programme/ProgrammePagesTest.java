package uk.homeward.server.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** Programmes through their pages: what the place's data says, what the office tells, and how it stood on a day. */
class ProgrammePagesTest extends ServerTest {

    @Test
    void the_shipped_programmes_are_there_at_once() {
        String list = get("/programmes", "analyst").body();

        assertThat(list)
                .contains("Urgent care (care in a crisis)", "Early intervention transformation", "Not measurable");
        assertThat(list).doesNotContain("Begin a programme");
        assertThat(get("/programmes.csv", "analyst").body().lines().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void a_day_shows_what_was_known_then() {
        String then = get("/programmes?as-of=2018-04-01", "analyst").body();

        assertThat(then)
                .contains("Urgent care (care in a crisis)", "This is how it stood on")
                .doesNotContain("tp-intermediate");
        assertThat(get("/programmes/tp-intermediate?as-of=2018-04-01", "analyst")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/programmes?as-of=2010-01-01", "analyst").body())
                .contains("No programme was known on that day");
        assertThat(get("/programmes?as-of=soon", "analyst").body()).contains("This is not a date (soon)");
    }

    @Test
    void a_programme_shows_outcomes_path_decisions_and_source() {
        String page = get("/programmes/stp-10", "programme").body();

        assertThat(page)
                .contains(
                        "Delayed transfers per 100,000",
                        "/measures/dtoc-rate",
                        "hw-path",
                        "critical",
                        "Service changes in contracts")
                .contains("align with secondary and tertiary", "document 001", "Set a milestone");
        assertThat(get("/programmes/stp-10", "ward").body()).doesNotContain("Set a milestone");
        assertThat(get("/programmes/stp-10/report", "commissioner").body())
                .contains("Highlight report", "Decisions needed");
    }

    @Test
    void who_only_reads_may_not_write() {
        assertThat(post("/programmes/stp-10/highlight", "ward", "words=x").statusCode())
                .isEqualTo(403);
        assertThat(script(Role.ANALYST).post("/api/risks/r/close", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void the_office_changes_a_programme_and_all_of_it_is_history() {
        Visitor office = visitor(Role.PROGRAMME);
        office.get("/programmes/new");
        office.send(
                "/programmes", "title", "Quiet wards", "objective", "People sleep in hospital", "owner", "chief nurse");
        assertThat(office.path()).isEqualTo("/programmes/quiet-wards");

        office.send("/programmes/quiet-wards/milestone", "title", "Lights out at ten", "planned", "2030-03-01");
        office.send(
                "/programmes/quiet-wards/milestone",
                "title",
                "Soft shoes",
                "planned",
                "2030-06-01",
                "after",
                "lights-out-ten");
        office.send(
                "/programmes/quiet-wards/forecast",
                "milestone",
                "lights-out-ten",
                "day",
                "2030-05-01",
                "reason",
                "new lamps");
        office.send(
                "/programmes/quiet-wards/decide",
                "words",
                "No alarms at night",
                "why",
                "they wake all",
                "taken-by",
                "ward board");
        String page = office.send("/programmes/quiet-wards/opinion", "opinion", "CONCERNED", "words", "lamps are late");

        assertThat(page)
                .contains("1 Aug 2030") // 92 days after what it waits for, as was planned
                .contains("new lamps", "No alarms at night", "they wake all", "lamps are late")
                .contains("Sunita Rao", "expects “lights out ten” on 1 May 2030");
        assertThat(get("/programmes/changes", "analyst").body()).contains("quiet wards", "No alarms at night");
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_do() {
        Visitor office = visitor(Role.COMMISSIONER);
        office.get("/programmes/new");
        office.send("/programmes", "title", "Refusals", "objective", "None", "owner", "nobody");
        String at = "/programmes/refusals/";
        office.send(at + "milestone", "title", "First", "planned", "2030-03-01");
        office.send(at + "milestone", "title", "Second", "planned", "2030-06-01", "after", "first");

        assertThat(office.send(at + "milestone", "milestone", "first", "title", "First", "after", "second"))
                .contains("would wait for itself");
        assertThat(office.status()).isEqualTo(409);
        assertThat(office.send(at + "milestone", "title", "Third", "planned", "2030-01-01", "after", "first"))
                .contains("before “First”");
        assertThat(office.send(at + "outcome", "title", "Sleep", "target", "90"))
                .contains("has no date");
        assertThat(office.send(at + "outcome", "title", "Sleep", "measure", "no-such"))
                .contains("There is no measure (no-such)");
        assertThat(office.send(at + "outcome", "title", "", "target", "many"))
                .contains("Say what should become better", "This is not a number (many)");
        assertThat(office.status()).isEqualTo(400);
        office.send(at + "sing");
        assertThat(office.status()).isEqualTo(404);
    }

    @Test
    void of_two_who_change_the_same_the_second_is_told() {
        var office = script(Role.PROGRAMME);
        office.post("/api/programmes/both", "{\"title\":\"x\"}");
        office.post(
                "/api/programmes/two-hands/describe", "{\"title\":\"Two hands\",\"objective\":\"o\",\"owner\":\"w\"}");
        int seen = office.get("/api/programmes/two-hands").json().get("version").asInt();
        office.post("/api/programmes/two-hands/highlight", "{\"words\":\"first\",\"seen\":" + seen + "}");

        var late = office.post("/api/programmes/two-hands/highlight", "{\"words\":\"second\",\"seen\":" + seen + "}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("changed-meanwhile", "wrote the highlight: first");
        assertThat(office.get("/api/programmes/two-hands").body()).doesNotContain("second");
    }

    @Test
    void scripts_read_programmes_as_of_a_day() {
        var reader = script(Role.ANALYST);

        assertThat(reader.get("/api/programmes?as-of=2012-01-01").json().size()).isEqualTo(10);
        assertThat(reader.get("/api/programmes/stp-10").json().get("milestones").size())
                .isEqualTo(16);
        assertThat(reader.get("/api/programmes?as-of=yesterday").status()).isEqualTo(400);
        assertThat(reader.get("/api/programmes/none").status()).isEqualTo(404);
    }
}
