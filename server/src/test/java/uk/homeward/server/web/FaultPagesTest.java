package uk.homeward.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.Script;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

class FaultPagesTest extends ServerTest {

    @Test
    void a_person_at_an_unknown_address_sees_a_page_with_the_way_back() {
        Visitor visitor = visitor(Role.WARD);
        String page = visitor.get("/no-such-page");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(page)
                .contains("<h1>This cannot be found</h1>", "The link may be old", "href=\"/overview\"")
                .doesNotContain("Exception");
    }

    @Test
    void somebody_who_is_not_signed_in_is_led_to_the_first_page() {
        Visitor visitor = visitor();
        assertThat(visitor.get("/gateway/no-such-page")).contains("<h1>This cannot be found</h1>", "first page");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void what_a_controller_does_not_find_is_said_in_its_words_on_a_page() {
        Visitor visitor = visitor(Role.ANALYST);
        String page = visitor.get("/scenarios/none-such");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(page).contains("<h1>This cannot be found</h1>").doesNotContain("\"detail\"");
    }

    @Test
    void a_script_gets_a_problem_in_json_as_before() {
        Script script = script(Role.ANALYST);
        Script.Reply answer = script.get("/api/no-such-thing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"status\":404").doesNotContain("<h1>");
    }
}
