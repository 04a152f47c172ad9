package uk.homeward.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

class PeopleSearchTest extends ServerTest {

    private static final NhsNumber NUMBER = NhsNumber.beginningWith(firstUsable(999_412_300));

    @BeforeAll
    static void register() {
        tell("search-1", details("Margaret", "Wolstenholme", NUMBER.value(), LocalDate.of(1937, 4, 9)));
        tell("search-2", details("Jaswinder", "Dhaliwal", null, LocalDate.of(1942, 11, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "margaret wolstenholme",
                "Wolstenholme",
                "WOLSTEN",
                "Margret Wolstenholm",
                "Wolstenhome Margaret",
                "maragret wolstenhlome",
                "9/4/1937",
                "09.04.1937 wolstenholme",
                "1937-04-09",
                "4/9/1937 Wolstenholme"
            })
    void finds_a_person_by_what_is_nearly_right(String typed) {
        assertThat(page(typed)).contains("/people/search-1");
    }

    @Test
    void finds_a_person_by_nhs_number_with_or_without_spaces() {
        assertThat(page(NUMBER.value())).contains("/people/search-1").doesNotContain("/people/search-2");
        assertThat(page(NUMBER.formatted())).contains("/people/search-1");
    }

    @Test
    void says_what_is_wrong_with_a_number_and_what_to_do_when_nobody_is_found() {
        String wrong = NUMBER.value().substring(0, 9) + (NUMBER.value().charAt(9) == '0' ? '1' : '0');
        assertThat(page(wrong)).contains("Nobody was found", "not a valid NHS number", "/people/new");
        assertThat(page("12345678")).contains("An NHS number has ten digits; these are 8.");
        assertThat(page("xyzzyqqq")).contains("Nobody was found", "register a new person");
    }

    @Test
    void shows_nobody_until_somebody_is_looked_for() {
        assertThat(page(""))
                .contains("Nobody is shown until you look for somebody")
                .doesNotContain("search-1");
    }

    @Test
    void a_new_person_is_registered_once_and_a_likely_double_is_shown_first() {
        String form =
                "given=Olwen&family=Pritchard-Vaughan&born=1939-02-01&sex=female&residence=own-home&locality=east";
        assertThat(post("/people/new", "triage-clinician", form).statusCode()).isEqualTo(302);
        assertThat(page("pritchard-vaughan")).contains("Olwen");
        String second = post("/people/new", "triage-clinician", form.replace("Olwen", "Olwenn"))
                .body();
        assertThat(second).contains("Somebody like this is known already", "None of these is the same person");
        assertThat(post("/people/new", "triage-clinician", form + "&surely-new=true")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void every_fault_of_a_registration_is_told_at_once() {
        String page = post("/people/new", "hub", "nhs-number=1234567890&born=yesterday&practice=nowhere&frailty=12")
                .body();
        assertThat(page)
                .contains("There is a problem")
                .contains("Write the family name")
                .contains("check digit of the NHS number is wrong")
                .contains("This is not a date (yesterday)")
                .contains("No practice of this place has the code")
                .contains("goes from 1 to 9");
    }

    @Test
    void only_those_who_give_care_may_search() {
        for (Role role : Role.values()) {
            boolean cares = uk.homeward.server.access.Permission.READ_PERSON.isOf(role);
            assertThat(get("/people", role.word()).statusCode())
                    .as(role.title())
                    .isEqualTo(cares ? 200 : 403);
            assertThat(get("/people/new", role.word()).statusCode())
                    .as(role.title())
                    .isEqualTo(cares ? 200 : 403);
        }
    }

    private static String page(String typed) {
        return get("/people?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8), "triage-clinician")
                .body();
    }

    private static void tell(String id, Details details) {
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(details)),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        "register-" + id);
    }

    private static Details details(
            String given, String family, @org.jspecify.annotations.Nullable String number, LocalDate born) {
        Details d = someone(given, family);
        return new Details(
                number,
                family,
                given,
                born,
                d.sex(),
                d.address(),
                d.postcode(),
                d.phone(),
                d.locality(),
                d.practice(),
                d.language(),
                d.interpreter(),
                d.ethnicity(),
                d.livesAlone(),
                d.dementia(),
                d.frailty(),
                d.residence(),
                d.synthetic());
    }

    private static int firstUsable(int from) {
        int nine = from;
        while (!NhsNumber.isUsable(nine)) {
            nine++;
        }
        return nine;
    }
}
