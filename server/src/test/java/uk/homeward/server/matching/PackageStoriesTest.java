package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** What is arranged for people, told through the pages on which those who arrange it act. */
class PackageStoriesTest extends Searching {

    private static final Pattern PACKAGE = Pattern.compile("(/packages/package-[0-9a-f-]+)");

    private final LocalDate today = now.atZone(ZoneId.of("Europe/London")).toLocalDate();
    private final Visitor hub = visitor(Role.HUB);

    /** Opens their package on its page; returns its address. */
    private String open(String person) {
        hub.get("/packages/new?person=" + person);
        Matcher found = PACKAGE.matcher(hub.path());
        assertThat(found.find()).as(hub.path()).isTrue();
        return found.group(1);
    }

    private String agency() {
        return openings.all().stream()
                .filter(s -> s.kind() == uk.homeward.journey.place.ProviderKind.HOME_CARE && s.room() > 0)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void somebody_who_is_eleven_days_in_hospital_goes_back_to_the_provider_they_want() {
        String person = person("Harriet");
        String page = open(person);
        hub.send(
                page + "/add",
                "kind",
                "HOME_CARE",
                "what",
                "Morning and evening visits",
                "provider",
                agency(),
                "hours",
                "14",
                "price",
                "22.50",
                "per",
                "HOUR",
                "from",
                today.minusDays(60).toString());
        assertThat(hub.get(page)).contains("£315.00 a week", "given");
        hub.send(
                page + "/pause",
                "element",
                "part-1",
                "reason",
                "HOSPITAL",
                "return",
                "yes",
                "from",
                today.minusDays(11).toString(),
                "words",
                "I want my Tuesday carer back");
        assertThat(hub.get(page))
                .contains(
                        "Kept for them: they want to go back",
                        "Today: nothing is paid",
                        "I want my Tuesday carer back");

        assertThat(hub.send(page + "/end", "element", "part-1", "reason", "HOSPITAL"))
                .as("the day 10 has passed, and nothing ends")
                .contains("This was not recorded", "kept for them, however long they are in hospital");
        hub.get("/places/new?person=" + person);
        assertThat(hub.send("/places/new", need(person)))
                .as("nobody is put back into the pool")
                .contains("They want to go back to ", "No search is needed");

        hub.get(page);
        assertThat(hub.send(page + "/resume", "element", "part-1")).contains("goes on from " + today);
        assertThat(hub.get(page)).contains("The council £45.00");

        hub.send(page + "/pause", "element", "part-1", "reason", "HOSPITAL", "return", "yes");
        assertThat(hub.send(
                        page + "/end",
                        "element",
                        "part-1",
                        "reason",
                        "PROVIDER_STOPS",
                        "exception",
                        "Jo Bennett: the agency closes"))
                .as("an exception is kept, with who agreed")
                .contains("Exception to a kept place: Jo Bennett: the agency closes");
    }

    @Test
    void what_is_above_a_limit_waits_for_somebody_who_may_and_who_sees_no_name() {
        String page = open(person("Beatrice"));
        assertThat(hub.send(
                        page + "/add",
                        "kind",
                        "NURSING",
                        "what",
                        "Specialist nursing home for B",
                        "price",
                        "2400",
                        "per",
                        "WEEK",
                        "share-nhs",
                        "40",
                        "share-council",
                        "50"))
                .contains("come to 90%");
        hub.send(
                page + "/add",
                "kind",
                "NURSING",
                "what",
                "Specialist nursing home for B",
                "price",
                "2400",
                "per",
                "WEEK",
                "share-nhs",
                "40",
                "share-council",
                "60");
        assertThat(hub.get(page)).contains("waits for approval: commissioner", "Today: nothing is paid");

        Visitor buyer = visitor(Role.COMMISSIONER);
        assertThat(buyer.get("/approvals"))
                .contains("Specialist nursing home for B", "£2,400.00")
                .doesNotContain("Beatrice", "Finch");
        assertThat(hub.send(page + "/approve", "element", "part-1")).contains("you may agree up to £1600");
        buyer.send("/approvals" + page.substring("/packages".length()) + "/approve", "element", "part-1");
        assertThat(hub.get(page)).contains("was agreed at £2,400.00 a week", "The NHS £137.14", "The council £205.71");
        buyer.get(page);
        assertThat(buyer.status()).isEqualTo(403);
    }

    @Test
    void the_place_s_data_say_who_may_agree_what_and_somebody_may_agree_anything() {
        String page = open(person("Ottilie"));
        String[] dear = {"kind", "NURSING", "what", "Two to one, day and night", "price", "6400", "per", "WEEK"};
        hub.send(page + "/add", with(dear, "share-council", "100"));
        assertThat(hub.get(page)).contains("waits for approval: head of brokerage");
        Visitor buyer = visitor(Role.COMMISSIONER);
        assertThat(buyer.get("/approvals"))
                .contains("Two to one, day and night", "up to £2,500.00 a week", "Above your limit");
        assertThat(buyer.send("/approvals" + page.substring("/packages".length()) + "/approve", "element", "part-1"))
                .as("the button is not the rule")
                .contains("you may agree up to £2500", "Ask: head of brokerage");
        Visitor head = visitor(Role.HEAD_OF_BROKERAGE);
        assertThat(head.get("/approvals")).contains("Your role may agree any amount");
        assertThat(head.get(page)).contains("Ottilie Finch");
        assertThat(head.send(page + "/approve", "element", "part-1")).contains("was agreed at £6,400.00 a week");
        assertThat(hub.get(page)).contains("The council £914.29");
        String second = open(person("Odette"));
        head.get(second);
        head.send(second + "/add", with(dear, "share-council", "100"));
        assertThat(head.get(second)).as("whoever may agree it need not ask").contains("The council £914.29");
        assertThat(visitor(Role.THERAPIST).get("/approvals")).doesNotContain("Two to one");
    }

    @Test
    void when_a_provider_fails_everybody_affected_who_could_take_them_and_the_tasks_stand_on_one_page() {
        String agency = agency();
        String page = open(person("Florence"));
        hub.send(
                page + "/add",
                "kind",
                "HOME_CARE",
                "what",
                "Visits",
                "provider",
                agency,
                "hours",
                "10",
                "price",
                "22",
                "per",
                "HOUR");
        hub.get("/provider-failure");
        assertThat(hub.send("/provider-failure", "provider", agency)).contains("Write what happened");
        assertThat(hub.send("/provider-failure", "provider", agency, "reason", "It went bankrupt"))
                .contains(
                        "Florence Finch", "Who could take them", "Make sure that everybody is safe", "free elsewhere");
        assertThat(hub.send("/provider-failure/" + agency + "/done", "task", "safe-tonight"))
                .contains("Recorded.", "done");
        assertThat(hub.send("/provider-failure/" + agency + "/over", "note", ""))
                .contains("Write how it ended");
        assertThat(hub.send("/provider-failure/" + agency + "/over", "note", "Everybody has another provider"))
                .contains("failed");
        assertThat(hub.get("/provider-failure")).contains("over");
    }

    @Test
    void reviews_budgets_and_lists() {
        String page = open(person("Clara"));
        assertThat(hub.get(page)).contains("No personal budget was offered yet");
        hub.send(
                page + "/add",
                "kind",
                "DAY_CARE",
                "what",
                "Day centre",
                "price",
                "60",
                "per",
                "DAY",
                "from",
                today.minusDays(100).toString());
        assertThat(hub.get("/package-reviews")).contains("Clara Finch", "Day centre", "hw-clock--breached");
        assertThat(hub.send(page + "/review", "finding", "She likes it", "next", today.toString()))
                .contains("The next review lies ahead");
        hub.send(
                page + "/review",
                "finding",
                "She likes it",
                "next",
                today.plusYears(1).toString());
        assertThat(hub.get("/package-reviews")).doesNotContain("Clara Finch");
        hub.send(
                page + "/offer-budget", "weekly", "400", "answer", "DIRECT_PAYMENT", "words", "I choose my own helper");
        assertThat(hub.get(page)).contains("Takes a direct payment", "I choose my own helper");
        assertThat(hub.get("/packages?name=clara")).contains("Clara Finch");
        assertThat(script(Role.HUB).get("/api" + page).json().get("weekly").asDouble())
                .isEqualTo(420);
    }
}
