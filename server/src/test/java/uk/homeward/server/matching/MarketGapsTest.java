package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

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
