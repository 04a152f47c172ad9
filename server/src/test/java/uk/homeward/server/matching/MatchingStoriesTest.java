package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Entry;

/** People who look for a place, told through the pages on which those who help them act. */
class MatchingStoriesTest extends Searching {

    private final SearchDesk desk = bean(SearchDesk.class);

    @Test
    void five_nursing_homes_decline_and_each_refusal_is_seen_and_the_third_brings_somebody_senior() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Winifred"));
        List<CareService> homes = homes().subList(0, 5);
        List<String> refusals = new ArrayList<>();
        for (CareService home : homes) {
            ask(hub, search, home.id());
            Visitor matron = provider(home.id());
            assertThat(matron.get("/offers"))
                    .contains("A woman of 85 to 89 from B23", "Lives with dementia", "Walks with a frame", "Up twice")
                    .as("enough of her to decide, and not more")
                    .doesNotContain("Winifred", "Finch", "Hidden Street", "0121 496 0999", "999 000 0000");
            matron.send(
                    "/offers/" + search + "/decline",
                    "offer",
                    "offer-" + (refusals.size() + 1),
                    "reason",
                    "CANNOT_MEET_NEED",
                    "words",
                    "");
            assertThat(matron.send(
                            "/offers/" + search + "/decline",
                            "offer",
                            "offer-" + (refusals.size() + 1),
                            "reason",
                            "CANNOT_MEET_NEED",
                            "words",
                            "Nobody here is trained for dusk"))
                    .contains("Your reason helps the place");
            refusals.add(home.title());
            String page = hub.get("/places/" + search);
            assertThat(page)
                    .contains(
                            home.title() + " declines: We cannot meet this need safely",
                            "Nobody here is trained for dusk");
            assertThat(page.contains("now with the head of brokerage")).isEqualTo(refusals.size() >= 3);
            assertThat(ask(hub, search, home.id()))
                    .as("the same home is not asked twice")
                    .contains("said no to this need");
        }
        assertThat(hub.get("/places"))
                .as("she stands first on the list")
                .containsSubsequence("Winifred Finch", "With the head of brokerage");
        theHeadOfBrokerageTakesItOn(hub, search);
        assertThat(get("/market-gaps", "commissioner").body())
                .as("one person alone is not shown to those who plan")
                .doesNotContain("Winifred");
        assertThat(found(search).refusals()).isEqualTo(5);

        CareService sixth = homes().stream()
                .filter(home -> !refusals.contains(home.title()))
                .findFirst()
                .orElseThrow();
        ask(hub, search, sixth.id());
        Visitor matron = provider(sixth.id());
        String offer = "offer-6";
        assertThat(matron.send(
                        "/offers/" + search + "/decline", "offer", offer, "reason", "NOT_ENOUGH_KNOWN", "words", "?"))
                .contains("If you do not know enough, ask");
        matron.send("/offers/" + search + "/ask", "offer", offer, "question", "How far does she walk at dusk?");
        assertThat(matron.send("/offers/" + search + "/ask", "offer", offer, "question", "And at dawn?"))
                .contains("You asked once");
        assertThat(hub.get("/places/" + search)).contains("How far does she walk at dusk?");
        hub.send(
                "/places/" + search + "/answer-question",
                "offer",
                offer,
                "answer",
                "Around the ward; a walk settles her");
        assertThat(matron.get("/offers")).contains("a walk settles her");
        assertThat(matron.send("/offers/" + search + "/accept", "offer", offer, "assessment", "OWN"))
                .contains("the trusted assessor's assessment counts");
        assertThat(matron.send("/offers/" + search + "/accept", "offer", offer, "assessment", "TRUSTED"))
                .contains("Winifred Finch", "12 Hidden Street");
        assertThat(hub.send("/places/" + search + "/place")).contains("Placed with " + sixth.title());
    }

    /** She stands among the tasks until somebody takes her on by name, with what they do about it. */
    private void theHeadOfBrokerageTakesItOn(Visitor hub, String search) {
        String task = "<a href=\"/places/" + search + "\">Winifred Finch</a>";
        Visitor head = visitor(Role.HEAD_OF_BROKERAGE);
        assertThat(head.get("/tasks")).contains(task, "5 providers said no. Take it on");
        assertThat(visitor(Role.THERAPIST).get("/tasks"))
                .as("it is nobody else's task")
                .doesNotContain("Winifred");
        assertThat(hub.get("/places/" + search)).doesNotContain("I take it on");
        assertThat(hub.send("/places/" + search + "/take-on", "plan", "I do"))
                .as("the hub cannot")
                .contains("This search is with the head of brokerage");
        assertThat(head.get("/places/" + search)).contains("I take it on");
        assertThat(head.send("/places/" + search + "/take-on", "plan", "")).contains("Write what you do about it");
        assertThat(head.send("/places/" + search + "/take-on", "plan", "One-to-one care at dusk is paid for"))
                .contains("Carol Whitmore has taken it on", "One-to-one care at dusk is paid for");
        assertThat(head.send("/places/" + search + "/take-on", "plan", "Again")).contains("has taken it on already");
        assertThat(head.get("/tasks")).doesNotContain(task);
        assertThat(hub.get("/places")).contains("Carol Whitmore has taken it on");
    }

    @Test
    void a_provider_sees_and_answers_its_own_offers_only() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Olive"));
        List<CareService> homes = homes();
        ask(hub, search, homes.getFirst().id());
        Visitor other = provider(homes.get(1).id());

        assertThat(other.get("/offers")).doesNotContain(search);
        other.send("/offers/" + search + "/accept", "offer", "offer-1");
        assertThat(other.status()).isEqualTo(404);
        other.get("/places/" + search);
        assertThat(other.status()).isEqualTo(403);
        assertThat(found(search).waitingOffer()).isPresent();
        hub.send("/places/" + search + "/withdraw", "reason", "A test ends");
    }

    @Test
    void the_person_and_family_see_plain_choices_on_a_page_of_their_own_and_choose_until_it_expires() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Edith"));
        hub.get("/places/" + search);
        String shown = hub.send("/places/" + search + "/show", "how", "link");
        String link = shown.replaceAll("(?s).*href=\"(/choices/[A-Za-z0-9_-]+)\".*", "$1");
        assertThat(hub.get("/places/" + search)).as("the address is shown once").doesNotContain("/choices/");

        Visitor family = visitor();
        String page = family.get(link);
        assertThat(page).contains("Places that could suit you, Edith", "The regulator says", "minutes by car");
        assertThat(page).doesNotContain("points", "Hidden Street");
        String provider = page.replaceAll("(?s).*?name=\"provider\" value=\"([a-z0-9-]+)\".*", "$1");
        assertThat(family.send(link, "provider", provider, "chooser", "FAMILY", "top-up", "her son"))
                .contains("Thank you. We ask them now");
        assertThat(found(search).choice().orElseThrow().chooser()).isEqualTo(Chooser.FAMILY);

        assertThat(hub.get("/places/" + search + "/letter")).contains("Dear Edith Finch", "it will be is your choice");
        bean(JdbcTemplate.class)
                .update("update search_link set expires_at = now() - interval '400 days' where search = ?", search);
        family.get(link);
        assertThat(family.status()).isEqualTo(404);
    }

    @Test
    void another_kind_of_care_than_recommended_may_be_chosen_and_both_are_kept_with_why() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Mabel"), "essential", "dementia");
        CareService residential = openings.all().stream()
                .filter(s -> s.kind() == uk.homeward.journey.place.ProviderKind.RESIDENTIAL_HOME
                        && s.features().contains("dementia")
                        && s.room() > 0
                        && s.price() <= 850
                        && s.rating() == uk.homeward.journey.place.Rating.GOOD)
                .findFirst()
                .orElseThrow();
        hub.get("/places/" + search);
        assertThat(hub.send("/places/" + search + "/choose", "provider", residential.id(), "chooser", "PERSON"))
                .contains("Write why it was chosen; both are kept");
        assertThat(hub.send(
                        "/places/" + search + "/choose",
                        "provider",
                        residential.id(),
                        "chooser",
                        "PERSON",
                        "why-other",
                        "Her sister lives there"))
                .contains("another kind than recommended, because: Her sister lives there");
    }

    @Test
    void two_staff_and_one_bed_give_one_winner_and_the_other_is_told() throws Exception {
        CareService one = openings.all().stream()
                .filter(s -> s.kind() == uk.homeward.journey.place.ProviderKind.NURSING_HOME
                        && s.room() >= 1
                        && s.price() <= 1150
                        && s.rating() == uk.homeward.journey.place.Rating.GOOD)
                .min(java.util.Comparator.comparingInt(CareService::room))
                .orElseThrow();
        Visitor hub = visitor(Role.HUB);
        List<String> searches = new ArrayList<>();
        for (int i = 0; i < one.room() + 7; i++) {
            String search = begin(hub, person("Twin" + i), "essential", "nursing");
            desk.tell(search, new SearchCommand.Choose(one.id(), Chooser.PERSON, "", "", ""), HUB, null);
            searches.add(search);
        }
        CountDownLatch go = new CountDownLatch(1);
        List<Entry> entries = new ArrayList<>();
        try (ExecutorService staff = Executors.newFixedThreadPool(8)) {
            List<Future<Entry>> asked = searches.stream()
                    .map(search -> staff.submit(() -> {
                        go.await();
                        return desk.tell(search, new SearchCommand.OfferPlace(one.id(), "Somebody."), HUB, null);
                    }))
                    .toList();
            go.countDown();
            for (Future<Entry> future : asked) {
                entries.add(future.get());
            }
        }
        assertThat(entries).filteredOn(Entry.Done.class::isInstance).hasSize(one.room());
        assertThat(entries)
                .filteredOn(Entry.Refused.class::isInstance)
                .extracting(e -> ((Entry.Refused) e).code())
                .containsOnly("full");
        searches.forEach(search -> desk.tell(search, new SearchCommand.Withdraw("A test ends"), HUB, null));
        assertThat(openings.find(one.id()).orElseThrow().room())
                .as("nothing is lost")
                .isEqualTo(one.room());
    }

    @Test
    void a_hold_that_ran_out_while_somebody_confirms_is_refused_with_what_to_do() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Ivy"));
        CareService home = homes().getFirst();
        int before = openings.find(home.id()).orElseThrow().room();
        desk.tell(search, new SearchCommand.Choose(home.id(), Chooser.PERSON, "", "", ""), HUB, null);
        desk.tell(
                search,
                new SearchCommand.OfferPlace(home.id(), "A woman."),
                now.minus(java.time.Duration.ofHours(30)),
                HUB,
                null);
        assertThat(openings.find(home.id()).orElseThrow().room())
                .as("it is held for nobody any more")
                .isEqualTo(before);

        Entry late = desk.tell(
                search,
                new SearchCommand.Accept(
                        "offer-1",
                        now.atZone(java.time.ZoneId.of("Europe/London")).toLocalDate(),
                        Assessment.TRUSTED,
                        ""),
                new uk.homeward.journey.event.Actor("m", "Matron", "provider", home.id()),
                null);
        assertThat(late)
                .isEqualTo(new Entry.Refused(
                        "offer-ran-out",
                        "The time to answer ran out, and the place is no longer held for this person. Ring the hub: if"
                                + " it is still free, they offer it again."));
        hub.get("/places/" + search);
        assertThat(hub.send("/places/" + search + "/offer-place", "provider", home.id()))
                .as("the hub offers it again")
                .contains("Recorded.");
        hub.send("/places/" + search + "/withdraw", "reason", "A test ends");
    }

    @Test
    void a_morning_is_proposed_and_a_line_is_taken_or_set_aside_with_a_reason() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Vera"));
        assertThat(hub.get("/morning"))
                .contains(
                        "Vera Finch",
                        "Days at the right place",
                        "Each week of waiting adds 10%",
                        "first come, first served");
        String[] line = {"provider", homes().getFirst().id(), "taken", "no", "back", "/morning"};
        assertThat(hub.send("/places/" + search + "/answer-proposal", line)).contains("Write why, in a few words");
        assertThat(hub.send(
                        "/places/" + search + "/answer-proposal", with(line, "reason", "She wants to see it first")))
                .contains("Recorded.");
        assertThat(hub.get("/places/" + search))
                .contains("Something else than the morning's proposal", "She wants to see it first");
        assertThat(script(Role.HUB).get("/api/morning").json().get("lines").size())
                .isPositive();
        assertThat(get("/morning.csv", "hub").body()).contains("Vera Finch");
        hub.send("/places/" + search + "/withdraw", "reason", "A test ends");
    }

    @Test
    void a_form_that_lacks_something_says_all_of_it_at_once_and_a_script_gets_a_problem() {
        Visitor hub = visitor(Role.HUB);
        String person = person("Nell");
        hub.get("/places/new?person=" + person);
        assertThat(hub.send("/places/new", need(person, "setting", "HOME_CARE", "near", "ZZ99", "from", "soon")))
                .contains("Write how many hours a week", "postcode area (ZZ99)", "This is not a date (soon)");
        assertThat(script(Role.HUB).post("/api/places", "{\"person\":\"" + person + "\",\"setting\":\"castle\"}"))
                .satisfies(reply -> {
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.type()).startsWith("application/problem+json");
                    assertThat(reply.body()).contains("\"setting\"");
                });
    }

    @Test
    void nothing_is_offered_blind() {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person("Ada"), "nights", "");
        assertThat(ask(hub, search, homes().getFirst().id()))
                .contains("A provider cannot decide on this: write what the nights are like");
        hub.send("/places/" + search + "/withdraw", "reason", "A test ends");
    }

    private Search found(String search) {
        return desk.find(search).orElseThrow();
    }
}
