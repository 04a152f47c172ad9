package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Flow;
import uk.homeward.server.Script;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.time.PlaceTime;

/** The ward's board and the page of a stay, through a browser without JavaScript and by a script. */
class WardPagesTest extends Ward {

    private final Instant now = bean(PlaceTime.class).instant();

    private LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    private String inBed(String person, String ward) {
        return stays.tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Admitted(person, SITE, newId("V"), ward + "/A/1")),
                        now.minusSeconds(5 * 86_400),
                        NURSE)
                .orElseThrow()
                .id();
    }

    private static String address(String stay) {
        return "/stays/" + StayRef.encode(stay);
    }

    @Test
    void a_round_is_recorded_from_the_board_for_everybody_who_is_ticked() {
        String ward = "qehb-stroke-unit";
        String first = inBed(person("Ines", false), ward);
        String second = inBed(person("Jana", false), ward);
        Visitor nurse = visitor(Role.WARD);
        assertThat(nurse.get("/wards/" + ward)).contains("Ines Flow", "Jana Flow", "Nobody has asked yet");
        String after = nurse.send(
                "/wards/" + ward + "/round",
                "stay",
                StayRef.encode(first),
                "stay",
                StayRef.encode(second),
                "word",
                "review",
                "criterion",
                "none");
        assertThat(after).contains("Recorded for 2 people");
        assertThat(flows.find(first).flatMap(Flow::readySince)).isPresent();
        assertThat(flows.find(second).flatMap(Flow::readySince)).isPresent();
        String red = nurse.send(
                "/wards/" + ward + "/round", "stay", StayRef.encode(first), "word", "judge-day", "colour", "red");
        assertThat(red).contains("Recorded for 0 people", "Ines Flow", "reasons for red show what to mend");
        assertThat(nurse.send("/wards/" + ward + "/round", "word", "review", "criterion", "none"))
                .contains("Tick the people of whom it is said");
        assertThat(nurse.get("/wards/" + ward + "/round")).contains("Round on Stroke unit", "Ready, 0 days");
    }

    @Test
    void the_board_is_ordered_by_what_is_about_to_be_late() {
        String ward = "heartlands-medical-ward-3";
        String person = person("Kira", false);
        stays.tell("uhb", person, List.of(new SpellEvent.Admitted(person, "heartlands", newId("V"), ward)), now, NURSE);
        String late = person("Lena", false);
        stays.tell(
                "uhb",
                late,
                List.of(new SpellEvent.Admitted(late, "heartlands", newId("V"), ward)),
                now.minusSeconds(4 * 86_400),
                NURSE);
        String board = visitor(Role.HUB).get("/wards/" + ward);
        assertThat(board.indexOf("Lena Flow")).isPositive().isLessThan(board.indexOf("Kira Flow"));
        assertThat(board).contains("late</time>", "Set the expected date and criteria for discharge");
    }

    @Test
    void the_page_of_a_stay_takes_what_staff_say_and_shows_what_was_refused_beside_the_form() {
        String stay = inBed(person("Mila", true), "qehb-medical-ward-1");
        Visitor nurse = visitor(Role.WARD);
        assertThat(nurse.get(address(stay))).contains("Mila Flow", "No expected date yet", "lives alone");
        assertThat(nurse.send(
                        address(stay) + "/set-date", "day", today().plusDays(2).toString()))
                .contains("Recorded: Expected to leave on");
        assertThat(nurse.send(
                        address(stay) + "/set-date", "day", today().plusDays(4).toString()))
                .contains("This was not recorded", "Say why it changes");
        assertThat(nurse.send(address(stay) + "/set-criteria", "words", "")).contains("There is a problem");
        assertThat(nurse.send(address(stay) + "/describe-need", "needs", "THERAPY", "needs", "HELP_WITH_CARE"))
                .contains("What they need: ");
        assertThat(nurse.send(address(stay) + "/ask-for-bed", "lasting", "no"))
                .contains("can be given at home. Offer that first");
        assertThat(nurse.send(address(stay) + "/agree-departure", "departs", today().plusDays(1) + "T22:00"))
                .contains("Name who checks that they arrived");
    }

    @Test
    void who_works_elsewhere_does_not_see_the_ward_and_cannot_write() {
        String stay = inBed(person("Nora", false), "qehb-medical-ward-2");
        assertThat(get("/wards/qehb-medical-ward-2", "responder").statusCode()).isEqualTo(403);
        assertThat(get("/wards", "responder").body()).contains("None of the place's hospitals is yours");
        assertThat(get("/wards/no-such-ward", "hub").statusCode()).isEqualTo(404);
        Script responder = script(Role.RESPONDER);
        assertThat(responder
                        .post("/api" + address(stay) + "/add-note", "{\"note\":\"hello\"}")
                        .status())
                .isEqualTo(403);
        assertThat(flows.find(stay).orElseThrow().version()).isZero();
    }

    @Test
    void a_script_says_the_same_and_hears_of_refusals_and_of_what_changed() {
        String stay = inBed(person("Olga", false), "qehb-medical-ward-2");
        Script hub = script(Role.HUB);
        Script.Reply told = hub.post(
                "/api" + address(stay) + "/review", "{\"criterion\":\"none\",\"senior\":true}", "olga-" + stay);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().get("ready").get("days").asInt()).isZero();
        assertThat(hub.post("/api" + address(stay) + "/review", "{\"criterion\":\"none\"}", "olga-" + stay)
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        hub.post("/api" + address(stay) + "/add-note", "{\"note\":\"one\"}");
        assertThat(hub.post("/api" + address(stay) + "/add-note", "{\"note\":\"two\",\"seen\":1}")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("changed-meanwhile");
        assertThat(hub.post("/api" + address(stay) + "/name-hold-up", "{\"cause\":\"cleaning\"}")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("cause-unknown");
        assertThat(hub.post("/api" + address(stay) + "/judge-day", "{\"colour\":\"blue\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.post("/api" + address(stay) + "/prescribe", "{}").status())
                .isEqualTo(404);
        assertThat(hub.get("/api/wards/qehb-medical-ward-2").body()).contains("Olga Flow");
        assertThat(hub.get("/api" + address(stay)).json().get("timeline").size())
                .isPositive();
    }

    @Test
    void opening_the_page_is_kept_as_a_look() {
        String person = person("Pia", false);
        String stay = inBed(person, "qehb-medical-ward-1");
        visitor(Role.WARD).get(address(stay));
        assertThat(bean(JdbcTemplate.class)
                        .queryForList("select what from look where person = ?", String.class, person))
                .containsExactly("stay in hospital");
    }

    @Test
    void any_number_that_a_hospital_gives_makes_an_address() {
        for (String stay : List.of("uhb/p-1/V1", "uhb/p 1/A~b/c=d%e", "uhb/ü/-1")) {
            assertThat(StayRef.encode(stay)).matches("[A-Za-z0-9._~=-]+");
            assertThat(StayRef.decode(StayRef.encode(stay))).isEqualTo(stay);
        }
        assertThat(get("/stays/nothing=zz", "hub").statusCode()).isEqualTo(404);
    }
}
