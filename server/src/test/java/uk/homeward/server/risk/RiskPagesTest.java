package uk.homeward.server.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** Risk over the population: coded history row by row, figures for analysts, names for those who care. */
class RiskPagesTest extends ServerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final User ANALYST = new User("a1", "Ana Lyst", Role.ANALYST, "bchc", List.of());
    private static String frail = "";

    @BeforeAll
    static void somebodyIsAtHighRisk() {
        frail = newId("frail");
        PlaceTime time = bean(PlaceTime.class);
        bean(Desk.class)
                .tellPerson(
                        frail,
                        List.of(new PersonEvent.PersonRegistered(someone("Frances", "Frailwell"))),
                        time.instant(),
                        STAFF,
                        null);
        LocalDate day =
                time.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDate().minusDays(40);
        StringBuilder file = new StringBuilder("person,code,date\n");
        List.of("F00", "G81", "G30", "I69", "R29", "N39", "F05", "W19", "S00", "R31", "B96", "R41", "R26", "I67", "R56")
                .forEach(code -> file.append(frail)
                        .append(',')
                        .append(code)
                        .append(',')
                        .append(day)
                        .append('\n'));
        bean(CodedHistory.class).take("history.csv", file.toString(), ANALYST, time.instant(), day.plusDays(40));
        bean(PopulationRisk.class).forget();
    }

    @Test
    void rowsThatCannotBeUsedArePutAsideWithTheReasonAndOthersAreTaken() {
        DiagnosisRows rows = DiagnosisRows.read("""
            \uFEFFperson,code,date
            ann,G81.4,2026-03-01
            ann,g814,2026-03-01
            ann,hip,2026-03-01
            ann,I50,46112
            ann,I50,31/03/2026
            bob,I50,2026-03-01
            ann,I50,2026-04-01
            ann,I50
            ann,I48,2024-02-29
            """, Set.of("ann"), TODAY);
        assertThat(rows.rows()).isEqualTo(9);
        assertThat(rows.taken()).hasSize(2);
        assertThat(rows.refused())
                .extracting(DiagnosisRows.Refused::reason)
                .containsExactly(
                        "this diagnosis stands in the file before",
                        "(hip) is not an ICD-10 code; write it as G81.4",
                        "(46112) is a date as a spreadsheet counts days; save the column as 2026-03-31",
                        "(31/03/2026) is not a date; write 2026-03-31 for 31 March 2026",
                        "there is no person (bob) here",
                        "the date (2026-04-01) is in the future",
                        "there are 2 values where 3 are needed: person, code, date");
    }

    @Test
    void analystsSeeFiguresAndNobodysName() {
        String page = get("/population", "analyst").body();
        assertThat(page).contains("The pyramid", "Segments", "Frailty or dementia", "By locality", "history.csv");
        assertThat(page).doesNotContain("Frailwell", frail);
        assertThat(get("/risk-register", "analyst").statusCode()).isEqualTo(403);
    }

    @Test
    void whoCaresSeesTheNameWithTheReasonsAndTheLookIsKept() {
        String page = visitor(Role.TRIAGE_CLINICIAN).get("/risk-register?locality=central");
        assertThat(page).contains("Frances Frailwell", "a diagnosis in F00 gives 7.1 points", "Frailty or dementia");
        assertThat(bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from look where person = ? and what = 'risk register'",
                                Long.class,
                                frail))
                .isPositive();
    }

    @Test
    void whatOneDidAboutARiskStandsThereForAllWhoCareWithWhoAndForWhom() {
        Visitor triage = visitor(Role.TRIAGE_CLINICIAN);
        String form = "/people/" + frail + "/tell/risk-action";
        triage.get(form);
        assertThat(triage.send(form, "action", "visited", "words", "")).contains("so that others need not ask");
        String told = triage.send(form, "action", "visited", "words", "Rang her; rail asked for");
        assertThat(told).contains("Their risk was acted on: Visited or rung.", "Rang her; rail asked for");
        assertThat(triage.get("/risk-register?acted=yes&locality=central"))
                .contains("Frances Frailwell", "Rang her; rail asked for", "Birmingham Community Healthcare");
        assertThat(triage.get("/risk-register?acted=no&locality=central")).doesNotContain("Frailwell");
        String file = get("/risk-register.csv?acted=yes", "triage-clinician").body();
        assertThat(file).startsWith("name,born,practice,team,risk,").contains("Frances Frailwell", "Visited or rung");
    }

    @Test
    void oneTeamsPeopleAreToldApart() {
        assertThat(get("/risk-register?team=nobody", "triage-clinician").body())
                .contains("Nobody for whom you care is at high risk");
    }

    @Test
    void everyScoreOfAPersonSaysWhy() {
        String page = get("/people/" + frail + "/risk", "triage-clinician").body();
        assertThat(page)
                .contains("Risk, and why", "Hospital frailty", "a diagnosis in F00 gives 7.1 points", "Charlson index")
                .contains("No stay in a hospital is known", "The place has loaded no code sets");
        assertThat(get("/people/" + frail + "/risk", "analyst").statusCode()).isEqualTo(403);
    }

    @Test
    void aMadeUpHistoryIsTheSameEachTimeAndLongerForTheFrail() {
        assertThat(MadeUpHistory.of("s000001", 6, true, TODAY)).isEqualTo(MadeUpHistory.of("s000001", 6, true, TODAY));
        long fit = count(2);
        assertThat(count(7)).isGreaterThan(2 * fit);
        assertThat(fit).isPositive();
    }

    private static long count(int frailty) {
        long codes = 0;
        for (int i = 0; i < 500; i++) {
            codes += MadeUpHistory.of("s" + i, frailty, false, TODAY).size();
        }
        return codes;
    }
}
