package uk.homeward.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

class GatewayTest extends ServerTest {

    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    @Test
    void anybody_can_tell_of_a_worry_and_follow_what_becomes_of_it() throws IOException {
        Visitor neighbour = from("127.0.1.1");
        String page = tell(neighbour, newId("Novak"), "yes");

        assertThat(neighbour.path()).startsWith("/gateway/follow/");
        assertThat(page).contains("We have received this").doesNotContain("Novak", "curtains");
        String link = neighbour.path();
        String journey = last();
        desk.tell(journey, 0, new JourneyCommand.AskForMore("Which flat?"), time.instant(), STAFF, null);
        assertThat(neighbour.get(link)).contains("We have a question", "Which flat?");
        assertThat(neighbour.send(link, "answer", "Number 4")).contains("We have received this");
        desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        assertThat(neighbour.get(link)).contains("We have taken this on");
    }

    @Test
    void without_the_persons_yes_the_sender_hears_only_that_somebody_looked() throws IOException {
        Visitor officer = from("127.0.1.2");
        tell(officer, newId("Hart"), "no");
        desk.tell(last(), 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        assertThat(officer.get(officer.path()))
                .contains("Somebody has looked at this")
                .doesNotContain("taken this on");
    }

    @Test
    void a_link_expires_and_its_secret_is_kept_nowhere() throws IOException {
        Visitor daughter = from("127.0.1.3");
        tell(daughter, newId("Quist"), "yes");
        String link = daughter.path();
        assertThat(jdbc.queryForObject(
                        "select count(*) from gateway_link where encode(hash, 'escape') like ?",
                        Integer.class,
                        "%" + link.substring(link.lastIndexOf('/') + 1) + "%"))
                .isZero();
        jdbc.update(
                "update gateway_link set expires_at = expires_at - make_interval(days => ?) where journey = ?",
                (int) GatewayLinks.LASTS.toDays() + 1,
                last());
        assertThat(daughter.get(link)).contains("This link does not work");
        assertThat(daughter.status()).isEqualTo(404);
        assertThat(daughter.get("/gateway/follow/guessed")).contains("This link does not work");
    }

    @Test
    void one_address_cannot_send_without_end_and_others_still_can() throws IOException {
        Visitor flood = from("127.0.1.4");
        for (int i = 0; i < GatewayController.MOST; i++) {
            tell(flood, newId("Flood"), "no");
            assertThat(flood.status()).isEqualTo(200);
        }
        assertThat(tell(flood, newId("Flood"), "no")).contains("Too much was sent from where you are");
        assertThat(flood.status()).isEqualTo(429);
        Visitor other = from("127.0.1.5");
        tell(other, newId("Calm"), "no");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void a_limit_is_over_after_its_time() {
        java.time.Instant[] now = {java.time.Instant.parse("2026-03-02T09:00:00Z")};
        AddressLimit limit = new AddressLimit(() -> now[0], 2, Duration.ofMinutes(10));
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();
        now[0] = now[0].plus(Duration.ofMinutes(11));
        assertThat(limit.allows("a")).isTrue();
    }

    @Test
    void faults_are_told_at_once_and_a_program_is_caught() throws IOException {
        Visitor visitor = from("127.0.1.6");
        visitor.get("/gateway");
        assertThat(visitor.send("/gateway", "given", "Ann"))
                .contains("Write what worries you", "Choose who you are", "Write the person's name, or where they live")
                .contains("Say whether the person agrees");
        assertThat(visitor.send("/gateway", "website", "http://spam.example", "reason", "x"))
                .contains("Leave this field empty");
        assertThat(visitor.status()).isEqualTo(400);
    }

    private static Visitor from(String address) throws IOException {
        bean(GatewayController.class);
        return Visitor.from(uri("").toString(), address);
    }

    private static String tell(Visitor visitor, String family, String agreed) {
        visitor.get("/gateway");
        return visitor.send(
                "/gateway",
                "reason",
                "The curtains stay closed",
                "given",
                "Vera",
                "family",
                family,
                "kind",
                "police",
                "agreed",
                agreed);
    }

    private String last() {
        return jdbc.queryForList("select journey from gateway_link order by sent_at desc limit 1", String.class)
                .getFirst();
    }
}
