package uk.homeward.server.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

class MoneyPagesTest extends ServerTest {

    private final Visitor planner = visitor(Role.PROGRAMME);

    @Test
    void every_stated_total_stands_beside_its_parts_and_disagreements_are_not_hidden() {
        String page = planner.get("/money");
        assertThat(page).contains("190 stated figures were held against their parts; 29 disagree.");
        assertThat(page.split("hw-verdict--worse", -1)).hasSize(30);
        assertThat(planner.get("/money?all=true").split("data-label=\"The parts give\"", -1))
                .hasSize(191);
        assertThat(planner.get("/money/checks.csv").lines().filter(l -> l.contains(",no,")))
                .hasSize(29);
    }

    @Test
    void a_table_shows_what_follows_from_it() {
        assertThat(planner.get("/money/tables/solutions"))
                .contains("All solutions together leave a gap of 86.")
                .contains("<svg")
                .contains("Better bed management");
        assertThat(planner.get("/money/tables/solihull-together"))
                .contains("Each pound brings 31.4 pence beyond itself. The costs are repaid in 2020/21.");
        assertThat(planner.get("/money/tables/births")).contains("Births moved to their target shares");
        assertThat(planner.get("/money/tables/solihull-rag")).contains("2,085").contains("86%");
        assertThat(planner.get("/money/tables/qipp")).contains("Ageing well").contains("37,100");
        assertThat(planner.get("/money/tables/hub")).contains("7.67");
        assertThat(planner.get("/money/tables/bcf-birmingham")).contains("disagree");
        assertThat(planner.get("/money/tables/hub/csv")).startsWith("hub,pounds per patient\n");
        planner.get("/money/tables/none");
        assertThat(planner.status()).isEqualTo(404);
    }

    @Test
    void a_planner_sees_who_gains_and_who_loses_under_each_way_of_payment() {
        assertThat(planner.get("/money/payment")).contains("gain share, 50.0% to the provider");
        String set = planner.get("/money/payment?activity-0=40000&way-0=block");
        // 99 x (1 - (0.5 + 0.5 x 40000 / 45000)) = 5.5 saved, all of it the provider's under a block
        assertThat(set).contains("gains 5.50").contains(">block<");
        assertThat(planner.get("/money/payment?share-0=140")).contains("share cannot be (140)");
        assertThat(planner.get("/money/payment.csv?way-0=block")).contains("older people,block,");
    }
}
