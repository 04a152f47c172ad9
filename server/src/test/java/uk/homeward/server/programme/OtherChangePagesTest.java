package uk.homeward.server.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** Improvement cycles, the maturity matrix, the winter plan and baselines through their pages. */
class OtherChangePagesTest extends ServerTest {

    private static final LocalDate TODAY = bean(ChangeBook.class).today();

    @Test
    void a_cycle_is_not_concluded_before_the_figures_allow_it() {
        Visitor office = visitor(Role.PROGRAMME);
        office.get("/cycles/new");
        assertThat(office.send("/cycles", "aim", "Faster"))
                .contains("Choose the measure", "Say what is done otherwise");
        office.send(
                "/cycles",
                "aim",
                "Tea at four",
                "measure",
                "bed-2d",
                "change",
                "Tea is earlier",
                "starts-on",
                TODAY.minusDays(10).toString(),
                "owner",
                "ward lead");
        assertThat(office.path()).isEqualTo("/cycles/tea-four");
        office.send("/cycles/tea-four/note", "words", "People drink more");

        String refused = office.send("/cycles/tea-four/conclude", "act", "ADOPT", "words", "It works");

        assertThat(office.status()).isEqualTo(409);
        assertThat(refused).containsAnyOf("It is too early to conclude", "no figures");
        assertThat(get("/cycles", "ward").body()).contains("Tea at four").doesNotContain("Plan a cycle");
        assertThat(office.send(
                        "/cycles",
                        "aim",
                        "x",
                        "measure",
                        "no-such",
                        "change",
                        "x",
                        "starts-on",
                        "2030-01-01",
                        "owner",
                        "x"))
                .contains("There is no measure (no-such)");
    }

    @Test
    void a_level_of_maturity_needs_evidence() {
        Visitor office = visitor(Role.PROGRAMME);
        assertThat(office.get("/maturity")).contains("Quick response", "Solihull", "not assessed");
        assertThat(office.send("/maturity/north", "practice", "home-enablement", "level", "GOLD"))
                .contains("Say what shows it");

        String page = office.send(
                "/maturity/north", "practice", "home-enablement", "level", "GOLD", "evidence", "No help since May");

        assertThat(page).contains("Gold: runs on its own", "No help since May");
        assertThat(get("/maturity.csv", "ward").body()).contains("north,home-enablement,GOLD,No help since May");
        assertThat(get("/maturity?as-of=" + TODAY.minusDays(1), "ward").body()).doesNotContain("No help since May");
    }

    @Test
    void a_winter_action_starts_is_received_and_stops() {
        WinterPlan plan = bean(WinterPlan.class);
        Actor by = new Actor("sunita", "Sunita Rao", "programme", "icb");
        String id = "enablement-first";
        assertThat(plan.upTo(2))
                .extracting(l -> l.action().id())
                .contains("weekly-system-meeting")
                .doesNotContain(id);
        assertThat(plan.stop(id, "", by)).contains("This action does not run now.");

        Visitor office = visitor(Role.PROGRAMME);
        office.get("/winter-plan");
        assertThat(office.send("/winter-plan/" + id + "/start", "words", "")).contains("Say what set it off");
        assertThat(office.send("/winter-plan/" + id + "/start", "words", "160 people are delayed"))
                .contains("160 people are delayed");
        assertThat(plan.start(id, "again", by)).contains("This action runs already.");
        assertThat(plan.receive(id, "bcc", by)).isEmpty();
        assertThat(plan.lines())
                .filteredOn(l -> l.action().id().equals(id))
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.isRunning()).isTrue();
                    assertThat(l.waitingFor()).containsExactly("smbc");
                });
        assertThat(office.send("/winter-plan/" + id + "/stop", "words", "it eased"))
                .contains("it eased");
    }

    @Test
    void baselines_come_with_source_and_say_where_there_is_no_value() {
        String page = get("/baselines", "ward").body();

        assertThat(page)
                .contains(
                        "Social-care staff turnover",
                        "32.9 %",
                        "comparators: 25.9",
                        "document 003",
                        "no value in the documents")
                .contains("Ratings: requires improvement or inadequate", "Void space, cost in million pounds a year");
        assertThat(get("/baselines/turnover", "ward").body()).contains("2015/16", "29.9", "2016/17", "32.9");
        assertThat(get("/baselines?as-of=2017-01-01", "ward").body()).doesNotContain("Social-care staff turnover");
        assertThat(get("/baselines/none", "ward").statusCode()).isEqualTo(404);
    }

    @Test
    void an_import_tells_what_is_new_and_refuses_bad_rows_with_the_reason() {
        String csv = """
            id,theme,topic,title,area,unit,period,value,says,comparator,compared_with,source,told_on
            vacancy,workforce,vacancies,Social-care vacancy rate,Birmingham,%,2024/25,8.3,,,,council return,
            vacancy,workforce,vacancies,Social-care vacancy rate,Birmingham,%,2016/17,5.1,,6.6,comparators,"document 003 (2018), “(5.1% compared to 6.6%).”",2018-05-31
            broken,weather,rain,Rain,Birmingham,mm,2024,3,,,,sky,
            """;

        HttpResponse<String> answer = imported("new.csv", csv, "programme");

        assertThat(answer.body())
                .contains("1 rows said something new, 1 were known already, 1 faults")
                .contains("new.csv:4: the theme is (weather)");
        assertThat(get("/baselines/vacancy", "ward").body()).contains("2024/25", "8.3", "council return");
        assertThat(imported("new.csv", csv, "ward").statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> imported(String name, String csv, String role) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--x--\r\n";
        return send(HttpRequest.newBuilder(uri("/baselines/import"))
                .header("Authorization", "Bearer demo-" + role)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
