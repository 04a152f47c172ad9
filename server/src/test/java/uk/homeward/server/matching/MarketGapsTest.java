package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Entry;

/** What providers decline becomes what those who buy care read of the market: counted, with reasons, and of nobody. */
class MarketGapsTest extends Searching {

    private final Visitor hub = visitor(Role.HUB);
    private final Visitor buyer = visitor(Role.COMMISSIONER);

    @Test
    void declines_become_a_gap_once_it_concerns_enough_people_to_hide_each() {
        CareService home = openings.all().stream()
                .filter(s -> s.kind() == ProviderKind.NURSING_HOME
                        && s.rating() != Rating.INADEQUATE
                        && s.features().contains("bariatric")
                        && s.room() > 0
                        && s.price() <= 1150)
                .findFirst()
                .orElseThrow();
        String title = CareService.title(ProviderKind.NURSING_HOME) + ": equipment for people of heavy weight";
        for (int i = 1; i <= 4; i++) {
            declined(home, "Gapless" + i);
        }
        assertThat(buyer.get("/market-gaps")).as("four are too few").doesNotContain(title);
        assertThat(line(title)).contains("fewer than 5,fewer than 5,fewer than 5");

        declined(home, "Gapless5");
        assertThat(buyer.get("/market-gaps")).contains(title).doesNotContain("Gapless", home.title());
        assertThat(line(title)).contains(",5,5,0,").contains("We cannot meet this need safely");

        accepted(home, "Gapless6");
        assertThat(line(title)).as("an accepted offer is no gap").contains(",5,5,0,");
    }

    @Test
    void people_for_whom_nothing_fits_and_people_who_wait_longer_than_usual_are_unmet_need() {
        String title = CareService.title(ProviderKind.NURSING_HOME) + ": staff who speak Gujarati";
        for (int i = 1; i <= 3; i++) {
            String search = begin(hub, person("Nothingfits" + i), "essential", "gujarati");
            assertThat(hub.get("/places/" + search))
                    .as("no nursing home speaks it")
                    .contains("0 places fit");
        }
        long unusual = 20;
        long usual = 2;
        waited("Longwait", unusual, 0);
        waited("Justnow", usual, 0);
        waited("Soonover", unusual, usual);
        assertThat(line(title)).as("four are too few").contains("fewer than 5,fewer than 5,fewer than 5");
        assertThat(buyer.get("/market-gaps")).doesNotContain(title);

        waited("Longwaited", unusual, 16);
        assertThat(line(title))
                .as("three for whom nothing fits, one who waits and one who waited too long; not the quick ones")
                .startsWith("North")
                .contains(",5,0,5,");
        assertThat(buyer.get("/market-gaps")).contains(title).doesNotContain("Nothingfits", "Longwait", "Finch");
    }

    /** Something fits; they began to wait so many days ago, and it ended after so many days, 0 for not yet. */
    private void waited(String name, long daysAgo, long ended) {
        String search = newId("search-waited");
        Instant began = now.minus(Duration.ofDays(daysAgo));
        tell(search, new SearchCommand.Open(person(name), "north", "", ""), began);
        Wanted wanted = new Wanted(
                ProviderKind.NURSING_HOME,
                List.of("gujarati"),
                List.of(),
                0,
                LocalDate.ofInstant(began, ZoneOffset.UTC),
                SearchEvent.Urgency.SOON,
                Funder.COUNCIL,
                0,
                "B23",
                "",
                0,
                "",
                new SearchEvent.Portrait("", "", "", "", ""));
        tell(search, new SearchCommand.DescribeNeed(wanted, 2), began);
        if (ended > 0) {
            tell(search, new SearchCommand.Withdraw("Found a place"), began.plus(Duration.ofDays(ended)));
        }
    }

    private void tell(String search, SearchCommand command, Instant at) {
        assertThat(bean(SearchDesk.class).tell(search, command, at, HUB, null)).isInstanceOf(Entry.Done.class);
    }

    private String line(String need) {
        return buyer.get("/market-gaps.csv")
                .replace("\"", "")
                .lines()
                .filter(line -> line.contains(need))
                .findFirst()
                .orElse("");
    }

    private void declined(CareService home, String name) {
        String search = begin(hub, person(name), "essential", "bariatric");
        ask(hub, search, home.id());
        provider(home.id())
                .send(
                        "/offers/" + search + "/decline",
                        "offer",
                        "offer-1",
                        "reason",
                        "CANNOT_MEET_NEED",
                        "words",
                        "The bed does not bear it");
        assertThat(found(search)).isEqualTo(1);
    }

    /** They said yes: an accepted offer is no gap. */
    private void accepted(CareService home, String name) {
        String search = begin(hub, person(name), "essential", "bariatric");
        ask(hub, search, home.id());
        provider(home.id()).send("/offers/" + search + "/accept", "offer", "offer-1", "assessment", "TRUSTED");
        assertThat(found(search)).isZero();
        hub.get("/places/" + search);
        hub.send("/places/" + search + "/withdraw", "reason", "Went home");
    }

    private int found(String search) {
        return bean(SearchDesk.class).find(search).orElseThrow().refusals();
    }
}
