package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Due;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.assessment.AssessmentDesk;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.leaving.NetworkExit;
import uk.homeward.server.leaving.OpenHere;
import uk.homeward.server.leaving.StillOpen;
import uk.homeward.server.time.PlaceTime;

/** Somebody leaves for another area: nothing stays open behind them, and somebody there is named who goes on. */
class NetworkExitTest extends Ward {

    private final Instant now = bean(PlaceTime.class).instant();
    private final Visitor ward = visitor(Role.WARD);
    private final Visitor hub = visitor(Role.HUB);

    private String inBed(String person) {
        return stays.tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Admitted(person, SITE, newId("V"), WARD + "/A/1")),
                        now.minus(Duration.ofDays(4)),
                        NURSE)
                .orElseThrow()
                .id();
    }

    private void leaves(String person, String stay) {
        stays.tell(
                "uhb",
                person,
                List.of(new SpellEvent.Discharged(person, SITE, visit(stay), "19")),
                bean(PlaceTime.class).instant(),
                NURSE);
    }

    private static String page(String stay) {
        return "/stays/" + StayRef.encode(stay);
    }

    private Flow flow(String stay) {
        return flows.find(stay).orElseThrow();
    }

    private List<OpenHere> open(String stay) {
        return bean(StillOpen.class).list(flow(stay));
    }

    private void toPowys(String stay) {
        String[] powys = {
            "kind", "OUT_OF_AREA", "name", "Powys", "acceptedBy", "Sister Rees, Brecon", "phone", "01874 960 123"
        };
        ward.get(page(stay));
        assertThat(ward.send(page(stay) + "/name-destination", "kind", "OUT_OF_AREA", "name", "Powys"))
                .contains("Name where they go and who there has taken them on");
        assertThat(ward.send(page(stay) + "/name-destination", powys))
                .contains("Taken on there by Sister Rees, Brecon, 01874 960 123");
    }

    @Test
    void everything_that_is_open_here_ends_with_the_name_of_who_goes_on_there() {
        String glyn = person("Glyn", false);
        String stay = inBed(glyn);
        ward.get(page(stay));
        ward.send(page(stay) + "/review", "criterion", "none");
        ward.send(page(stay) + "/ask-task", "kind", "EQUIPMENT", "what", "A frame");
        String journey = journey(glyn);
        String search = search(glyn);
        String hold = held(glyn);
        String care = care(glyn);
        assertThat(bean(AssessmentDesk.class).begin(newId("assessed"), glyn, "therapy", "", NURSE, null))
                .isInstanceOf(Entry.Done.class);
        assertThat(open(stay))
                .extracting(OpenHere::kind)
                .containsExactlyInAnyOrder(
                        OpenHere.Kind.TASK,
                        OpenHere.Kind.SEARCH,
                        OpenHere.Kind.HOLD,
                        OpenHere.Kind.ASSESSMENT,
                        OpenHere.Kind.PACKAGE,
                        OpenHere.Kind.JOURNEY);

        toPowys(stay);
        assertThat(ward.get(page(stay))).contains("Open here; it ends when they have left:", "Search for a place");
        leaves(glyn, stay);
        bean(NetworkExit.class).round();

        assertThat(open(stay)).isEmpty();
        assertThat(desk.get(journey).state())
                .isInstanceOfSatisfying(
                        State.Withdrawn.class,
                        ended -> assertThat(ended.reason())
                                .isEqualTo("Left for Powys; taken on there by Sister Rees, Brecon, 01874 960 123"));
        assertThat(bean(org.springframework.jdbc.core.JdbcTemplate.class)
                        .queryForList("select 1 from clock where journey = ? and stopped_at is null", journey))
                .isEmpty();
        assertThat(bean(Holds.class).ofPerson(glyn)).isEmpty();
        assertThat(hub.get(search)).contains("taken on there by Sister Rees");
        assertThat(hub.get(care)).contains("Today: nothing is paid");
        assertThat(hold).isNotEmpty();
        assertThat(ward.get(page(stay)))
                .contains("Handed over to Sister Rees, Brecon", "Ended here:", "Nothing is open here any more");
        int version = flow(stay).version();
        bean(NetworkExit.class).round();
        assertThat(flow(stay).version()).as("told once").isEqualTo(version);
        assertThat(flow(stay).dues())
                .extracting(Due::kind)
                .as("the summary to those who go on is all that is left")
                .containsExactly(Due.Kind.SUMMARY);
    }

    @Test
    void what_the_rules_do_not_let_end_stays_due_until_somebody_has_handed_it_over() {
        String nia = person("Nia", false);
        String stay = inBed(nia);
        String care = care(nia);
        hub.get(care);
        hub.send(care + "/ask-continuing-care", "contact", "Priya Nair", "phone", "0121 496 0777", "why", "New need");
        toPowys(stay);
        leaves(nia, stay);
        bean(NetworkExit.class).round();

        assertThat(open(stay)).extracting(OpenHere::kind).containsExactly(OpenHere.Kind.CONTINUING_CARE);
        assertThat(ward.get(page(stay))).contains("Still to hand over or end:", "Priya Nair, 0121 496 0777");
        assertThat(flow(stay).dues()).extracting(Due::kind).contains(Due.Kind.HAND_OVER);

        hub.get(care);
        hub.send(
                care + "/decide-continuing-care",
                "eligible",
                "no",
                "by-panel",
                "The panel of Powys",
                "reasons",
                "Decided where she lives now");
        bean(NetworkExit.class).round();
        assertThat(flow(stay).dues()).extracting(Due::kind).doesNotContain(Due.Kind.HAND_OVER);
        assertThat(ward.get(page(stay))).contains("Nothing is open here any more");
    }

    @Test
    void nobody_who_stays_in_the_place_loses_anything() {
        String megan = person("Megan", false);
        String stay = inBed(megan);
        String journey = journey(megan);
        ward.get(page(stay));
        ward.send(page(stay) + "/name-destination", "kind", "HOME");
        leaves(megan, stay);
        bean(NetworkExit.class).round();
        assertThat(desk.get(journey).state().isOpen()).isTrue();
        assertThat(flow(stay).handedOver()).isEmpty();
    }

    private String journey(String person) {
        String journey = newId("network-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                        "Help at home",
                        Map.of("urgency", "routine", "locality", "central")),
                now.minus(Duration.ofDays(1)),
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.Accept(), now.minus(Duration.ofHours(3)), STAFF, null);
        return journey;
    }

    private String search(String person) {
        hub.get("/places/new?person=" + person);
        hub.send(
                "/places/new",
                "person",
                person,
                "setting",
                "NURSING_HOME",
                "urgency",
                "SOON",
                "funder",
                "COUNCIL",
                "near",
                "B23",
                "moves",
                "Walks with a frame",
                "help",
                "Washing",
                "nights",
                "Sleeps",
                "risks",
                "Falls");
        assertThat(hub.path()).startsWith("/places/search-");
        return hub.path();
    }

    private String held(String person) {
        String unit = bean(UnitsNow.class).ofPool(PoolId.of("enablement-beds")).stream()
                .filter(line -> line.room().free() >= 1)
                .findFirst()
                .orElseThrow()
                .unit();
        String id = newId("hold");
        HoldWish wish = HoldWish.place(
                PoolId.of("enablement-beds"), unit, person, "After hospital", now.plus(Duration.ofHours(20)));
        assertThat(bean(Holds.class).place(id, wish, NURSE, null)).isInstanceOf(HoldTold.Done.class);
        return id;
    }

    private String care(String person) {
        hub.get("/packages/new?person=" + person);
        Matcher found = Pattern.compile("(/packages/package-[0-9a-f-]+)").matcher(hub.path());
        assertThat(found.find()).as(hub.path()).isTrue();
        String page = found.group(1);
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
                now.atZone(ZONE).toLocalDate().minusDays(100).toString());
        assertThat(hub.get(page)).contains("Day centre", "given");
        return page;
    }
}
