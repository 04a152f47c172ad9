package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Due;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.flow.Summary;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.time.PlaceTime;

/** The discharge summary as those read it to whom it was sent, and as the hospital sees whether they have. */
class SummariesTest extends Ward {

    private static final List<SummaryPart> NEEDED = List.of(
            SummaryPart.DIAGNOSES,
            SummaryPart.WHAT_HAPPENED,
            SummaryPart.MEDICINES,
            SummaryPart.ALLERGIES,
            SummaryPart.PLAN);

    private final Instant now = bean(PlaceTime.class).instant();
    private final Visitor ward = visitor(Role.WARD);

    /** Somebody who left a bed some hours ago. */
    private String gone(String name, int hoursAgo) {
        String person = person(name, false);
        String visit = newId("V");
        stays.tell(
                "uhb",
                person,
                List.of(new SpellEvent.Admitted(person, SITE, visit, WARD + "/A/1")),
                now.minusSeconds(5 * 86_400),
                NURSE);
        return stays.tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Discharged(person, SITE, visit, "19")),
                        now.minusSeconds(3_600L * hoursAgo),
                        NURSE)
                .orElseThrow()
                .id();
    }

    private void send(String stay, String title, String organisation, int hoursAgo) {
        flows.tell(
                stay,
                0,
                new FlowCommand.SendSummary(
                        title, NEEDED, organisation, Map.of(SummaryPart.CONTACT, "Ward 3, 0121 496 0003")),
                now.minusSeconds(3_600L * hoursAgo),
                NURSE,
                null);
    }

    private Flow flow(String stay) {
        return flows.find(stay).orElseThrow();
    }

    private static String page(String stay) {
        return "/stays/" + StayRef.encode(stay);
    }

    private static String received(String stay) {
        return "/summaries/" + StayRef.encode(stay);
    }

    private static String home(int number) {
        return bean(Place.class).providers().stream()
                .map(p -> p.id().value())
                .skip(30L + number)
                .findFirst()
                .orElseThrow();
    }

    private static String practice() {
        return bean(Place.class).practices().stream()
                .map(p -> p.code().value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_receiver_finds_reads_and_acknowledges_its_own_summaries_and_nobody_elses() {
        String stay = gone("Betsi", 30);
        send(stay, "The home", home(0), 26);
        Visitor matron = visitor(Role.PROVIDER, home(0));
        assertThat(matron.get("/summaries"))
                .contains("Betsi Flow", "50% complete", "hw-clock--breached")
                .as("a nursing home needs no menu of figures to get there")
                .contains("Summaries to us");
        assertThat(matron.get(received(stay)))
                .contains("Betsi Flow", "Ward 3, 0121 496 0003", "In the hospital's own document", "Missing");
        Visitor other = visitor(Role.PROVIDER, home(1));
        assertThat(other.get("/summaries")).doesNotContain("Betsi");
        other.get(received(stay));
        assertThat(other.status()).isEqualTo(404);
        assertThat(visitor(Role.ANALYST).get("/summaries")).doesNotContain("Betsi");

        matron.get(received(stay));
        assertThat(matron.send(
                        received(stay) + "/acknowledge",
                        "by",
                        "Matron Ellis",
                        "note",
                        "Nothing about her pressure sore"))
                .contains("The hospital sees that the summary was read");
        assertThat(matron.get("/summaries")).contains("Read in the last 30 days", "Matron Ellis");
        assertThat(ward.get(page(stay))).contains("Read by Matron Ellis", "They say: Nothing about her pressure sore");
        assertThat(bean(JdbcTemplate.class)
                        .queryForList(
                                "select what from look where person = ? and organisation = ?",
                                String.class,
                                flow(stay).spell().person(),
                                home(0)))
                .containsOnly("discharge summary, sent to their organisation");
    }

    @Test
    void each_receiver_has_a_clock_of_its_own_and_the_ward_sees_who_has_not_read_in_time() {
        String stay = gone("Carys", 40);
        send(stay, "The practice", practice(), 36);
        send(stay, "The home", home(2), 30);
        assertThat(flow(stay).summaries()).extracting(Summary::receiver).containsExactly("The practice", "The home");
        assertThat(flow(stay).dues())
                .extracting(Due::kind)
                .containsExactly(Due.Kind.ACKNOWLEDGEMENT, Due.Kind.ACKNOWLEDGEMENT);
        assertThat(ward.get("/discharges"))
                .contains("Summaries that nobody has read in time", "Carys Flow", "The practice", "The home");

        Visitor doctor = visitor(Role.REFERRER, practice());
        doctor.get(received(stay));
        doctor.send(received(stay) + "/acknowledge", "by", "Dr Lewis");
        assertThat(flow(stay).dues()).extracting(Due::kind).containsExactly(Due.Kind.ACKNOWLEDGEMENT);
        assertThat(flow(stay).summary().orElseThrow().receiver()).isEqualTo("The home");

        ward.get(page(stay));
        assertThat(ward.send(
                        page(stay) + "/acknowledge-summary", "receiver", home(2), "by", "Matron Roe, by telephone"))
                .contains("Discharge summary read at The home by Matron Roe, by telephone");
        assertThat(flow(stay).dues()).isEmpty();
        assertThat(ward.get("/discharges")).doesNotContain("Carys Flow</a></th><td data-label=\"Ward\"");
    }

    @Test
    void the_wards_form_begins_with_what_is_known_and_takes_receivers_of_the_place_only() {
        String stay = gone("Dilys", 2);
        say(stay);
        String form = ward.get(page(stay));
        assertThat(form).contains("Send the discharge summary", "Therapy to win back strength", "their practice");
        List<String> fields = new ArrayList<>(List.of("organisation", "nobody-here"));
        NEEDED.forEach(part -> fields.addAll(List.of("words-" + part.name(), "Words")));
        assertThat(ward.send(page(stay) + "/send-summary", fields.toArray(String[]::new)))
                .contains("Nobody of the place has this id (nobody-here)");
        fields.set(1, practice());
        ward.get(page(stay));
        assertThat(ward.send(page(stay) + "/send-summary", fields.toArray(String[]::new)))
                .contains("41% complete");
        assertThat(flow(stay).summary().orElseThrow().organisation()).isEqualTo(practice());
    }

    private void say(String stay) {
        flows.tell(
                stay,
                0,
                needs(uk.homeward.journey.event.FlowEvent.Need.THERAPY),
                now.minusSeconds(4 * 3_600),
                NURSE,
                null);
    }
}
