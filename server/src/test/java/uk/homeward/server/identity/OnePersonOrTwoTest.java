package uk.homeward.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.time.PlaceTime;

class OnePersonOrTwoTest extends ServerTest {

    private final Desk desk = bean(Desk.class);
    private final PersonMatching matching = bean(PersonMatching.class);
    private final Doubts doubts = bean(Doubts.class);
    private final DoubtQueue queue = bean(DoubtQueue.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    /** A name and a birthday that no other test has. */
    private final String family = family();

    private final LocalDate born = LocalDate.of(1900, 1, 2).plusDays(Math.floorMod(family.hashCode(), 14_000));

    @Test
    void a_doubt_waits_once_and_is_answered_for_good() {
        String one = register("Nora", "B13", "1 Elm Road");
        Judgement judgement = matching.judge(Traits.of(details("Nora", "B14", "7 Oak Lane")));
        assertThat(judgement).isInstanceOf(Judgement.Doubtful.class);
        String other = register("Nora", "B14", "7 Oak Lane");
        matching.file(other, judgement, STAFF);
        matching.file(other, judgement, STAFF);

        assertThat(queue.waiting(family)).singleElement().satisfies(line -> {
            assertThat(line.words()).contains("The date of birth is the same", "the family name is the same");
            assertThat(line.bits()).isGreaterThan(21);
        });
        String page = get("/people/doubts?q=" + family, "hub").body();
        assertThat(page).contains("Nora " + family).contains("New");
        assertThat(answer("hub", one, other, "later", "Nobody answers the telephone"))
                .isEqualTo(302);
        assertThat(queue.waiting(family)).extracting(DoubtQueue.Line::state).containsExactly("PUT_OFF");
        assertThat(answer("hub", one, other, "different", "Two cousins")).isEqualTo(302);
        assertThat(queue.waiting(family)).isEmpty();
        matching.file(other, judgement, STAFF);
        assertThat(queue.waiting(family)).as("never asked again").isEmpty();
        assertThat(matching.others(other, Traits.of(details("Nora", "B14", "7 Oak Lane"))))
                .isEmpty();
        assertThat(get("/people/doubts?q=" + family, "hub").body())
                .contains("Two people")
                .contains("Two cousins");
    }

    @Test
    void side_by_side_what_differs_is_marked_and_joining_needs_a_reason() {
        String one = register("Vera", "B13", "1 Elm Road");
        String other = register("Vera", "B14", "7 Oak Lane");
        String page = pair(one, other).body();
        assertThat(page).contains("1 Elm Road", "7 Oak Lane", "Differs").contains("hw-differs");
        HttpResponse<String> without =
                post("/people/doubts/pair", "hub", "one=" + one + "&other=" + other + "&answer=same&reason=");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Write how you know that they are one person");
        assertThat(get("/people/doubts/pair?one=" + one + "&other=" + one, "hub")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void joined_records_are_read_as_one_and_parted_each_has_what_was_told_of_it() {
        String stands = register("Edna", "B13", "1 Elm Road");
        String gaveWay = register("Edna", "B14", "7 Oak Lane");
        tell(stands, new PersonEvent.AlertRaised("dog", "Dog: barks"));
        tell(gaveWay, new PersonEvent.AlertRaised("key-safe", "Key safe: code 1234"));
        tell(gaveWay, new PersonEvent.StoryAnswered("walks", "yes", "certain", null));
        String journey = journeyOf(gaveWay);

        assertThat(doubts.join(stands, gaveWay, "Asked her daughter", STAFF)).isInstanceOf(Entry.Done.class);
        assertThat(bean(SamePerson.class).all(gaveWay)).containsExactly(stands, gaveWay);
        assertThat(get("/people/" + stands, "hub").body())
                .contains("Dog: barks", "Key safe: code 1234", "/journeys/" + journey, "Fell in the garden");
        assertThat(doubts.join(stands, gaveWay, "again", STAFF)).isInstanceOf(Entry.Refused.class);
        assertThat(jdbc.queryForObject("select person from journey where id = ?", String.class, journey))
                .as("nothing is copied or moved")
                .isEqualTo(gaveWay);

        assertThat(answer("hub", stands, gaveWay, "part", "Her sister: two birth certificates"))
                .isEqualTo(302);
        assertThat(get("/people/" + stands, "hub").body())
                .contains("Dog: barks")
                .doesNotContain("Key safe: code 1234", "/journeys/" + journey);
        assertThat(get("/people/" + gaveWay, "hub").body())
                .contains("Key safe: code 1234", "/journeys/" + journey)
                .doesNotContain("Dog: barks");
        assertThat(pair(stands, gaveWay).body()).contains("Her sister: two birth certificates", "Asked her daughter");
        assertThat(doubts.part(stands, gaveWay, "again", STAFF)).isInstanceOf(Entry.Refused.class);
    }

    @Test
    void a_record_opens_to_those_who_care_for_the_person_under_another_of_their_records() {
        String stands = register("Ivy", "B13", "1 Elm Road");
        String gaveWay = register("Ivy", "B14", "7 Oak Lane");
        bean(Stays.class)
                .tell(
                        "uhb",
                        gaveWay,
                        List.of(new SpellEvent.Arrived(gaveWay, "qehb", newId("visit"), "ED", "Fell")),
                        bean(PlaceTime.class).instant(),
                        STAFF);
        assertThat(get("/people/" + stands, "ward").statusCode()).isEqualTo(403);
        assertThat(get("/people/" + gaveWay, "ward").statusCode()).isEqualTo(200);
        doubts.join(stands, gaveWay, "Same NHS card", STAFF);
        assertThat(get("/people/" + stands, "ward").statusCode()).isEqualTo(200);
        doubts.part(stands, gaveWay, "No", STAFF);
        assertThat(get("/people/" + stands, "ward").statusCode()).isEqualTo(403);
    }

    @Test
    void a_record_that_gave_way_is_not_joined_again_so_that_no_chain_leads_nowhere() {
        String a = register("Olga", "B13", "1 Elm Road");
        String b = register("Olga", "B14", "7 Oak Lane");
        String c = register("Olga", "B15", "9 Ash Road");
        doubts.join(a, b, "known", STAFF);
        assertThat(doubts.join(b, c, "known", STAFF))
                .isInstanceOfSatisfying(
                        Entry.Refused.class, r -> assertThat(r.code()).isEqualTo("gave-way"));
        assertThat(doubts.join(c, a, "known", STAFF)).isInstanceOf(Entry.Done.class);
        assertThat(bean(SamePerson.class).all(b)).containsExactly(c, a, b);
        assertThat(bean(SamePerson.class).standing(b)).isEqualTo(c);
    }

    @Test
    void only_those_who_answer_for_the_place_compare_records() {
        String one = register("Rita", "B13", "1 Elm Road");
        String other = register("Rita", "B14", "7 Oak Lane");
        for (Role role : Role.values()) {
            int expected = Permission.JOIN_RECORDS.isOf(role) ? 200 : 403;
            assertThat(get("/people/doubts", role.word()).statusCode()).isEqualTo(expected);
            assertThat(get("/people/doubts/pair?one=" + one + "&other=" + other, role.word())
                            .statusCode())
                    .isEqualTo(expected);
            if (expected == 403) {
                assertThat(answer(role.word(), one, other, "same", "x")).isEqualTo(403);
            }
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from look where person = ? and what like 'who they are%'", Long.class, one))
                .isPositive();
    }

    @Test
    void at_the_front_door_somebody_like_a_known_person_is_shown_before_anybody_is_registered() {
        register("Hilda", "B13", "1 Elm Road");
        String form = "family=" + family + "&given=Hilda&born=" + born
                + "&sex=female&locality=central&residence=own-home&postcode=B14";
        HttpResponse<String> shown = post("/people/new", "hub", form);
        assertThat(shown.body()).contains("Somebody like this is known already");
        assertThat(post("/people/new", "hub", form + "&surely-new=true").statusCode())
                .isEqualTo(302);
        assertThat(queue.waiting(family)).hasSize(1);
    }

    private static String family() {
        StringBuilder name = new StringBuilder("Z");
        for (char c : newId("q").substring(2).toCharArray()) {
            name.append("bdgklmnprt".charAt(c - '0')).append('a');
        }
        return name + "worth";
    }

    private HttpResponse<String> pair(String one, String other) {
        return get("/people/doubts/pair?one=" + one + "&other=" + other, "hub");
    }

    private int answer(String role, String one, String other, String answer, String reason) {
        return post(
                        "/people/doubts/pair",
                        role,
                        "one=" + one + "&other=" + other + "&stands=" + one + "&answer=" + answer + "&reason="
                                + reason.replace(" ", "+"))
                .statusCode();
    }

    private void tell(String person, PersonEvent fact) {
        desk.tellPerson(person, List.of(fact), bean(PlaceTime.class).instant(), STAFF, null);
    }

    private String register(String given, String postcode, String address) {
        String id = newId("one-or-two");
        tell(id, new PersonEvent.PersonRegistered(details(given, postcode, address)));
        return id;
    }

    private Details details(String given, String postcode, String address) {
        return details(null, given, postcode, address);
    }

    private Details details(@Nullable String number, String given, String postcode, String address) {
        return new Details(
                number,
                family,
                given,
                born,
                "female",
                address,
                postcode,
                "",
                "central",
                "M85001",
                "English",
                false,
                "",
                true,
                false,
                5,
                "own-home",
                true);
    }

    private String journeyOf(String person) {
        String journey = newId("one-or-two");
        desk.open(
                journey,
                bean(Pathways.class).first().id(),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "M85001", "Dr Lee", "0121 496 0001"),
                        "Fell in the garden",
                        Map.of("urgency", "urgent", "locality", "central")),
                bean(PlaceTime.class).instant(),
                STAFF,
                null);
        return journey;
    }
}
