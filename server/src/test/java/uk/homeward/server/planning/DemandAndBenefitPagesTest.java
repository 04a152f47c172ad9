package uk.homeward.server.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;

class DemandAndBenefitPagesTest extends ServerTest {

    @Test
    void demandIsThatOfTheCommandUntilAPlannerBelievesOtherwise() {
        String shipped = get("/demand", "commissioner").body();
        assertThat(shipped).contains("In 2038 about 3,0", "What matters most", "growth beyond demography");
        String grown = get("/demand?growth-low=2&growth-high=3", "commissioner").body();
        assertThat(grown).contains("value=\"2\"").doesNotContain("In 2038 about 3,0");
        assertThat(get("/demand.csv?last=2030", "analyst").body())
                .startsWith("year,people,admissions")
                .contains("\n2030,")
                .doesNotContain("\n2031,");
        assertThat(get("/demand", "therapist").statusCode()).isEqualTo(403);
    }

    @Test
    void whatCannotBeIsToldAndTheShippedBeliefsStand() {
        String page = get("/demand?growth-low=9&growth-high=1&last=1999&avoided-low=much", "programme")
                .body();
        assertThat(page)
                .contains(
                        "The range of growth",
                        "The last year (1999)",
                        "avoided-low is not a number (much)",
                        "In 2038 about 3,0");
    }

    @Test
    void benefitsAreThoseOfThePlanAndMoveWithItsStart() {
        String planned = get("/benefits", "programme").body();
        assertThat(planned).contains("Starting in Sept 18", "Who gains: cash", "A month of delay costs");
        String later = get("/benefits?start=2020-01&case=stretch&pace=half&years=3", "programme")
                .body();
        assertThat(later).contains("Starting in Jan 20", "2019/20", "2021/22").doesNotContain("2018/19");
        String csv = get("/benefits.csv?case=target", "hub").body();
        assertThat(csv).startsWith("month,body,cash_target").contains(",system,");
        assertThat(get("/benefits?start=soon&years=99", "hub").body())
                .contains("The start is not a month (soon)", "years (99) must lie between 1 and 20");
    }
}
