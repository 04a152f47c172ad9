package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.capacity.HoldLine;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.journal.Entry;

/** What is offered to one person is kept from everybody else, on the board and in the search alike. */
class KeepingTest extends Searching {

    private final SearchDesk desk = bean(SearchDesk.class);
    private final Holds holds = bean(Holds.class);
    private final LocalDate today = now.atZone(ZoneId.of("Europe/London")).toLocalDate();

    private String offered(String person, CareService home) {
        Visitor hub = visitor(Role.HUB);
        String search = begin(hub, person);
        desk.tell(search, new SearchCommand.Choose(home.id(), Chooser.PERSON, "", "", ""), HUB, null);
        assertThat(desk.tell(search, new SearchCommand.OfferPlace(home.id(), "A woman."), HUB, null))
                .isInstanceOf(Entry.Done.class);
        return search;
    }

    private int room(CareService home) {
        return openings.find(home.id()).orElseThrow().room();
    }

    @Test
    void an_offer_holds_the_place_and_a_decline_frees_it() {
        CareService home = spareHome(1);
        String person = person("Nell");
        String search = offered(person, home);
        assertThat(holds.ofPerson(person))
                .extracting(HoldLine::unit, HoldLine::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(home.id(), Hold.State.HELD));
        assertThat(room(home)).isEqualTo(home.room() - 1);

        desk.tell(search, new SearchCommand.Decline("offer-1", DeclineReason.NO_STAFF, ""), matron(home), null);
        assertThat(holds.ofPerson(person)).isEmpty();
        assertThat(room(home)).isEqualTo(home.room());
    }

    @Test
    void an_accepted_place_is_the_person_s_until_their_stay_there_ends() {
        CareService home = spareHome(1);
        String person = person("Edie");
        String search = offered(person, home);
        desk.tell(search, new SearchCommand.Accept("offer-1", today, Assessment.TRUSTED, ""), matron(home), null);
        assertThat(holds.ofPerson(person)).extracting(HoldLine::state).containsExactly(Hold.State.CONFIRMED);

        desk.tell(search, new SearchCommand.Place(today), HUB, null);
        assertThat(holds.ofPerson(person)).extracting(HoldLine::state).containsExactly(Hold.State.THERE);
        assertThat(room(home)).isEqualTo(home.room() - 1);

        bean(Keeping.class).leave(person, home.id(), "The person moved", HUB);
        assertThat(room(home)).isEqualTo(home.room());
    }

    @Test
    void places_held_by_hand_are_not_offered_again() {
        CareService home = spareHome(0);
        for (int i = 0; i < home.room(); i++) {
            HoldWish wish = HoldWish.place(
                    PoolId.of("nursing-beds"),
                    home.id(),
                    person("Held" + i),
                    "By telephone",
                    now.plus(Duration.ofDays(2)));
            assertThat(holds.place(newId("by-hand"), wish, HUB, null)).isInstanceOf(HoldTold.Done.class);
        }
        String search = begin(visitor(Role.HUB), person("Last"));
        assertThat(desk.tell(search, new SearchCommand.Choose(home.id(), Chooser.PERSON, "", "", ""), HUB, null))
                .isInstanceOfSatisfying(
                        Entry.Refused.class, no -> assertThat(no.code()).isEqualTo("full"));
    }

    private static Actor matron(CareService home) {
        return new Actor("m", "Matron", "provider", home.id());
    }
}
