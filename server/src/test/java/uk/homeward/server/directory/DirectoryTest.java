package uk.homeward.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** The directory of services: found, kept right, and led on from. */
class DirectoryTest extends ServerTest {

    private final Directory directory = bean(Directory.class);
    private final PlaceTime time = bean(PlaceTime.class);

    @Test
    void people_find_by_need_kind_place_and_eligibility_without_an_account() {
        Visitor somebody = visitor();
        assertThat(somebody.get("/directory"))
                .contains("Carers Emergency Response Service")
                .contains("0121 496");
        assertThat(somebody.get("/directory?q=dementia+carers"))
                .contains("Dementia Information")
                .doesNotContain("999 ambulance");
        assertThat(somebody.get("/directory?category=end-of-life")).contains("Hospice at Home");
        assertThat(somebody.get("/directory?q=wellbeing&area=north")).contains("only for people in Solihull");
        assertThat(somebody.get("/directory?postcode=B91+1AA")).contains("km away");
        assertThat(somebody.get("/directory?postcode=ZZ9")).contains("We do not know this postcode area");
        assertThat(somebody.get("/directory?open=yes&q=ambulance")).contains("Open now");
        assertThat(somebody.get("/directory?q=xyzzy")).contains("No service matches");
        somebody.get("/directory/opal");
        assertThat(somebody.status()).as("for professionals only").isEqualTo(404);
        assertThat(visitor(Role.REFERRER).get("/services/opal")).contains("Refer somebody to this service");
    }

    @Test
    void a_long_list_comes_in_pages_and_keeps_what_was_asked() {
        Visitor somebody = visitor();
        String first = somebody.get("/directory?q=a");
        assertThat(first).contains("Page 1 of ", "Next page").doesNotContain("Page before");
        assertThat(count(first, "<h2 class=\"nhsuk-heading-s\">")).isEqualTo(25);
        int end = first.indexOf("\">Next page");
        String next = first.substring(first.lastIndexOf("href=\"", end) + 6, end);
        String second = somebody.get(next.replace("&amp;", "&"));
        assertThat(second).contains("Page 2 of ", "Page before", "value=\"a\"");
        assertThat(somebody.get("/directory?page=9999")).as("the last page").doesNotContain("Next page");
        assertThat(somebody.get("/directory?page=first")).contains("Page 1 of ");
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static int count(String in, String what) {
        return in.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    }

    @Test
    void what_is_open_now_is_found_by_its_hours() {
        Visitor hub = visitor(Role.HUB);
        DayOfWeek today = time.instant().atZone(ZoneId.of("Europe/London")).getDayOfWeek();
        String name = newId("Skittles");
        for (String[] entry : new String[][] {{"open " + name, day(today)}, {"shut " + name, day(today.plus(3))}}) {
            hub.get("/services/new");
            hub.send(
                    "/services",
                    "title",
                    entry[0],
                    "what",
                    name,
                    "phone",
                    "0121 496 0998",
                    "public",
                    "yes",
                    "opens",
                    entry[1] + " 00:00-24:00; bank holidays 00:00-24:00");
        }
        assertThat(visitor().get("/directory?q=" + name)).contains("open " + name, "shut " + name);
        assertThat(visitor().get("/directory?open=yes&q=" + name))
                .contains("open " + name)
                .doesNotContain("shut " + name);
    }

    @Test
    void an_entry_without_a_contact_is_refused_with_what_to_do() {
        Visitor hub = visitor(Role.HUB);
        hub.get("/services/new");
        String again = hub.send("/services", "title", "Tea and talk", "what", "A weekly table");
        assertThat(hub.status()).isEqualTo(400);
        assertThat(again)
                .contains("has no contact")
                .contains("Give a phone number")
                .contains("Tea and talk");
        String kept = hub.send(
                "/services",
                "title",
                "Tea and talk",
                "what",
                "A weekly table",
                "phone",
                "0121 496 0999",
                "public",
                "yes",
                "community",
                "yes",
                "opens",
                "Mon-Fri 10:00-12:00");
        assertThat(kept).contains("Tea and talk").contains("0121 496 0999").contains("by Jo Bennett");
        assertThat(hub.send("/services", "title", "Odd hours", "what", "x", "phone", "1", "opens", "sometimes"))
                .contains("cannot be read");
    }

    @Test
    void what_nobody_confirms_goes_amber_and_then_off_by_itself() {
        String id = newId("old");
        entry(id, "Old bowls club");
        confirmedAgo(id, Duration.ofDays(200));
        assertThat(visitor().get("/directory?q=bowls")).contains("Ring first");
        confirmedAgo(id, Duration.ofDays(400));
        assertThat(visitor().get("/directory?q=bowls")).contains("No service matches");
        Visitor hub = visitor(Role.HUB);
        assertThat(hub.get("/services?q=bowls"))
                .contains("Not shown to anybody")
                .contains("Old bowls club");
        hub.get("/services/" + id);
        assertThat(hub.send("/services/" + id + "/confirm")).contains("Confirmed.");
        assertThat(visitor().get("/directory?q=bowls")).contains("Old bowls club");
        assertThat(hub.send("/services/" + id + "/withdraw")).contains("Say why");
        hub.send("/services/" + id + "/withdraw", "reason", "It closed");
        assertThat(visitor().get("/directory?q=bowls")).contains("No service matches");
    }

    @Test
    void a_referral_begins_from_an_entry_and_brings_its_name_along() {
        Visitor referrer = visitor(Role.REFERRER);
        assertThat(referrer.get("/services/falls")).contains("/front-door/refer?reason=For+Falls+service");
        String find = referrer.get("/front-door/refer?reason=For+Falls+service%3A&family=Nobodyhere");
        assertThat(find).contains("value=\"For Falls service:\"");
        assertThat(referrer.get("/front-door/refer?new=1&reason=For+Falls+service%3A"))
                .contains("For Falls service:</textarea>");
    }

    @Test
    void somebody_is_prescribed_socially_and_what_came_of_it_is_kept() {
        String person = newId("social");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Olive", "Social"))),
                        time.instant(),
                        STAFF,
                        null);
        Visitor coordinator = visitor(Role.COORDINATOR);
        assertThat(coordinator.get("/services/ageing-better-hubs")).contains("social prescription");
        coordinator.send("/services/ageing-better-hubs/prescribe", "person", person, "matters", "Company at lunch");
        String list = coordinator.get("/social-prescriptions");
        assertThat(list).contains("Company at lunch").doesNotContain("Olive");
        String id = bean(JdbcTemplate.class)
                .queryForObject("select id from social_prescription where person = ?", String.class, person);
        assertThat(coordinator.send("/social-prescriptions/" + id + "/end", "outcome", "nonsense"))
                .contains("Choose what came of it");
        assertThat(coordinator.send(
                        "/social-prescriptions/" + id + "/end",
                        "outcome",
                        "GOES_AND_LIKES_IT",
                        "note",
                        "Every Tuesday"))
                .contains("Goes, and likes it: Every Tuesday");
        assertThat(coordinator.send("/services/falls/prescribe", "person", person))
                .contains("Refer the person to it");
    }

    private void entry(String id, String title) {
        bean(DirectoryDesk.class)
                .describe(
                        id,
                        EntryForm.details(new uk.homeward.server.web.Fields(Map.of(
                                "title",
                                List.of(title),
                                "what",
                                List.of("x"),
                                "phone",
                                List.of("1"),
                                "public",
                                List.of("yes")))),
                        STAFF);
    }

    /** As if the entry had last been confirmed so long ago: only its table is changed, and put right in the end. */
    private void confirmedAgo(String id, Duration ago) {
        bean(JdbcTemplate.class)
                .update(
                        "update service_entry set confirmed_at = ? where id = ?",
                        time.instant().minus(ago).atOffset(ZoneOffset.UTC),
                        id);
    }
}
