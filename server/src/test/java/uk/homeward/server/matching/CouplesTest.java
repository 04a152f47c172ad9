package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.Script;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.capacity.HoldLine;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.journal.UnitDesk;

/** Two people who must stay together: two places in one act, or none. */
class CouplesTest extends Searching {

    private static final PoolId NURSING = PoolId.of("nursing-beds");

    private final SearchDesk desk = bean(SearchDesk.class);
    private final Holds holds = bean(Holds.class);
    private final Visitor hub = visitor(Role.HUB);
    private final LocalDate today = now.atZone(ZoneId.of("Europe/London")).toLocalDate();
    private final String him = person("Cyril");
    private final String her = person("Cissie");

    @Test
    void only_homes_with_two_places_are_shown_and_the_page_says_why_the_others_are_not() {
        CareService two = home(2);
        CareService one = another(two, 1);
        String search = begin(hub, him, "partner", her);

        String page = hub.get("/places/" + search);

        assertThat(page)
                .contains("two places: they stay together with")
                .contains("have one place free, and two are needed")
                .contains("It has places for both, so they stay together.");
        assertThat(desk.tell(search, choose(one), HUB, null))
                .isInstanceOfSatisfying(
                        uk.homeward.server.journal.Entry.Refused.class,
                        no -> assertThat(no.code()).isEqualTo("room-for-one"));
        assertThat(desk.tell(search, choose(two), HUB, null)).isInstanceOf(uk.homeward.server.journal.Entry.Done.class);
        assertThat(bean(Mornings.class).propose().lines())
                .as("nobody is proposed half of what they need")
                .noneMatch(line -> line.person().search().equals(search));
    }

    @Test
    void both_places_are_held_confirmed_and_let_go_as_one_and_the_one_who_remains_keeps_theirs() {
        CareService home = home(2);
        String search = begin(hub, him, "partner", her);
        ask(hub, search, home.id());
        assertThat(room(home)).isZero();
        assertThat(kept(her)).as("the partner's record shows it too").isEqualTo(kept(him));
        assertThat(provider(home.id()).get("/offers")).contains("two places: a couple who stay together");

        desk.tell(search, new SearchCommand.Decline("offer-1", DeclineReason.NO_STAFF, ""), matron(home), null);
        assertThat(room(home)).isEqualTo(2);
        assertThat(kept(her)).isEmpty();

        CareService other = another(home, 2);
        ask(hub, search, other.id());
        desk.tell(search, new SearchCommand.Accept("offer-2", today, Assessment.TRUSTED, ""), matron(other), null);
        desk.tell(search, new SearchCommand.Place(today), HUB, null);
        assertThat(kept(her)).extracting(HoldLine::state).containsExactly(Hold.State.THERE);
        assertThat(room(other)).isZero();

        bean(Keeping.class).leave(him, other.id(), "He died", HUB);
        assertThat(kept(him)).isEmpty();
        assertThat(kept(her))
                .extracting(HoldLine::amount, HoldLine::person)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1.0, her));
        assertThat(room(other)).isEqualTo(1);
    }

    @Test
    void of_many_couples_and_single_people_nobody_gets_half_a_place_and_nothing_is_given_twice() throws Exception {
        CareService home = home(3);
        List<Callable<HoldTold>> attempts = IntStream.range(0, 60)
                .<Callable<HoldTold>>mapToObj(i -> () -> holds.place(newId("pair"), wish(home, i % 2 == 0), HUB, null))
                .toList();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            all.invokeAll(attempts);
        }
        List<HoldLine> kept = holds.ofUnit(NURSING, home.id()).stream()
                .filter(line -> line.purpose().equals("Race"))
                .toList();
        assertThat(kept.stream().mapToDouble(HoldLine::amount).sum()).isEqualTo(3);
        assertThat(kept)
                .allSatisfy(line ->
                        assertThat(line.amount()).isEqualTo(line.partner().isEmpty() ? 1 : 2));
        assertThat(room(home)).isZero();
        assertThatThrownBy(() -> bean(JdbcTemplate.class)
                        .update(
                                "update hold set amount = 1, partner = 'x' where id = ?",
                                kept.getFirst().id()))
                .as("the database itself keeps no half of a couple")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_do_on_the_page_and_by_script() {
        hub.get("/places/new?person=" + him);
        assertThat(hub.send("/places/new", need(him, "partner", "nobody"))).contains("Register them first");
        assertThat(hub.send("/places/new", need(him, "partner", him))).contains("cannot be their own partner");
        assertThat(hub.send("/places/new", need(him, "partner", her, "setting", "HOME_CARE", "hours", "10")))
                .contains("need no second place");
        String hers = begin(hub, her);
        assertThat(hub.send("/places/new", need(him, "partner", her))).contains("A place is looked for them already");
        desk.tell(hers, new SearchCommand.Withdraw("They stay together"), HUB, null);

        Script script = script(Role.HUB);
        CareService home = home(2);
        Script.Reply reply = script.post("/api/holds", """
            {"pool": "nursing-beds", "unit": "%s", "person": "%s", "partner": "%s", "purpose": "By telephone"}
            """.formatted(home.id(), him, her));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(room(home)).isZero();
        String hold = kept(him).getFirst().id();
        assertThat(script.post("/api/holds/" + hold + "/give-back", "{}").status())
                .isEqualTo(200);
        assertThat(room(home)).isEqualTo(2);
        assertThat(script.post("/api/holds", """
            {"pool": "nursing-beds", "unit": "%s", "person": "%s", "partner": "%s", "purpose": "x",
             "amount": 1}
            """.formatted(home.id(), him, her)).body())
                .contains("couple-needs-two");
    }

    private SearchCommand choose(CareService home) {
        return new SearchCommand.Choose(home.id(), Chooser.PERSON, "", "", "");
    }

    private HoldWish wish(CareService home, boolean couple) {
        String partner = couple ? newId("partner") : "";
        return new HoldWish(
                NURSING,
                home.id(),
                null,
                null,
                couple ? 2 : 1,
                newId("race"),
                "Race",
                now.plus(Duration.ofHours(2)),
                partner);
    }

    private List<HoldLine> kept(String person) {
        return holds.ofPerson(person);
    }

    /** A home with so much room. */
    private CareService home(int room) {
        return with(spareHome(2), room);
    }

    private CareService another(CareService home, int room) {
        CareService spare = spareHome(3);
        return with(spare.id().equals(home.id()) ? spareHome(4) : spare, room);
    }

    /** Sets how many are elsewhere so that so much is free. */
    private CareService with(CareService home, int room) {
        UnitsNow units = bean(UnitsNow.class);
        var stands = units.find(NURSING, home.id()).orElseThrow().room();
        double elsewhere = stands.elsewhere() + stands.free() - room;
        bean(UnitDesk.class).tell(List.of(new PoolEvent.TakenElsewhere(NURSING, home.id(), elsewhere)), now, HUB, null);
        return openings.find(home.id()).orElseThrow();
    }

    private int room(CareService home) {
        return openings.find(home.id()).orElseThrow().room();
    }

    private static Actor matron(CareService home) {
        return new Actor("m", "Matron", "provider", home.id());
    }
}
