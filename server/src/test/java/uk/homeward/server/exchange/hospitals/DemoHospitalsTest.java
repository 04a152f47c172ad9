package uk.homeward.server.exchange.hospitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.WardId;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.hl7.SenderProfiles;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.time.PlaceTime;

class DemoHospitalsTest extends ServerTest {

    private static final AtomicInteger NEXT = new AtomicInteger(999_320_117);

    private static final Actor WARD = new Actor("ward", "Ward Sister", "ward", "uhb");

    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final DemoHospitals hospitals = bean(DemoHospitals.class);
    private final String nhsNumber = IntStream.generate(NEXT::getAndIncrement)
            .filter(NhsNumber::isUsable)
            .mapToObj(n -> NhsNumber.beginningWith(n).value())
            .findFirst()
            .orElseThrow();
    private final String person = newId("ward-person");
    private final String journey = newId("ward-journey");

    @Test
    void whatTheirPeopleDoArrivesAsMessagesAndNothingIsToldTwice() throws IOException {
        register();
        open();
        hospitals.tell();
        assertThat(stay()).containsEntry("state", "ARRIVED");
        assertThat(text("select at from journey where id = ?", journey)).isEqualTo("front-door-assessment");
        assertNothingIsToldAgain();

        String ward = ward(organisation());
        admit(ward);
        hospitals.tell();
        String bed = text("select spot from occupancy where journey = ?", journey);
        assertThat(stay()).containsEntry("state", "ADMITTED").containsEntry("location", ward + "/" + bed);
        assertNothingIsToldAgain();

        tell(new JourneyCommand.CompleteStep("Better"));
        tell(
                new JourneyCommand.Decide(OptionId.of("home"), "Well again", List.of("doctor", "nurse"), "Home", null),
                WARD);
        hospitals.tell();
        assertThat(stay()).containsEntry("state", "LEFT");
        assertThat(text("select count(*) from journey where person = ?", person))
                .isEqualTo("1");
        assertThat(text("select count(*) from message where state <> 'DONE' and sender in ('ED|RRK', 'ED|RXK')"))
                .isEqualTo("0");
        assertThat(text("select max(sequence) from event where subject_kind = 'PERSON' and subject_id = ?", person))
                .as("registered, and one local number for each hospital")
                .isBetween("2", "3");
    }

    @Test
    void whoIsMovedToAnotherOrganisationLeavesTheFirstAndIsNotToldOfAgainAndAgain() throws IOException {
        register();
        open();
        hospitals.tell();
        admit(ward(organisation().equals("uhb") ? "swbh" : "uhb"));
        hospitals.tell();
        assertNothingIsToldAgain();
        assertNothingIsToldAgain();
        assertThat(stays()).containsExactlyInAnyOrder("LEFT", "ADMITTED");
    }

    @Test
    void aSecondStayOfTheSameJourneyHasANumberOfItsOwn() throws IOException {
        register();
        open();
        admit("qehb-medical-ward-1");
        hospitals.tell();
        tell(new JourneyCommand.CompleteStep("Better"));
        tell(new JourneyCommand.Decide(OptionId.of("support"), "Nearly well", List.of("doctor"), "Home", null), WARD);
        tell(new JourneyCommand.StartStep(List.of()));
        hospitals.tell();
        assertThat(stays()).containsExactly("LEFT");

        tell(new JourneyCommand.CompleteStep("Worse again"));
        tell(
                new JourneyCommand.Decide(
                        OptionId.of("admit"), "Fever", List.of("nurse", "therapist"), "To be well", null),
                new Actor("therapist", "A therapist", "therapist", "bchc"));
        tell(new JourneyCommand.StartStep(List.of(new Place(PoolId.of("acute-beds"), "qehb-medical-ward-1", null))));
        hospitals.tell();
        assertNothingIsToldAgain();
        assertThat(stays()).containsExactlyInAnyOrder("LEFT", "ADMITTED");
    }

    @Test
    void whoComesIsAnnouncedByMessageAndTheFrontDoorOpensTheirJourneyOnce() throws IOException {
        register();
        Comer comer = comer();
        assertThat(bean(Rounds.class).announce(comer)).isEqualTo(Line.Answer.TAKEN);
        assertThat(opened()).isEqualTo("hospital-front-door, front-door-assessment, Fall at home, urgent");
        assertThat(text(
                        "select payload::jsonb -> 'attributes' ->> 'frailty' from event where type = 'JourneyOpened'"
                                + " and subject_id = (select id from journey where person = ?)",
                        person))
                .isEqualTo("mild");

        assertThat(bean(Rounds.class).announce(comer)).isEqualTo(Line.Answer.TAKEN);
        hospitals.tell();
        assertThat(messages()).isEqualTo("1");
        assertThat(text("select count(*) from journey where person = ?", person))
                .isEqualTo("1");
    }

    @Test
    void whoComesWhileNobodyListensIsAnnouncedLaterAndOnlyOnce() throws InterruptedException {
        register();
        AtomicInteger port = new AtomicInteger(-1);
        uk.homeward.journey.place.Place place = bean(uk.homeward.journey.place.Place.class);
        Line line = new Line(port::get, bean(SenderProfiles.class), place);
        DemoHospitals away = new DemoHospitals(
                withPeople(bean(ServerSettings.class)), line, new Rounds(bean(Census.class), line, place));
        away.start();
        try {
            assertThat(away.arrives(comer())).isTrue();
            Thread.sleep(900);
            assertThat(text("select count(*) from journey where person = ?", person))
                    .isEqualTo("0");

            port.set(bean(Hl7Listener.class).port());
            long end = System.nanoTime() + 20_000_000_000L;
            while (messages().equals("0")) {
                assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
                Thread.sleep(20);
            }
            Thread.sleep(700);
            assertThat(messages()).isEqualTo("1");
            assertThat(text("select count(*) from journey where person = ?", person))
                    .isEqualTo("1");
        } finally {
            away.stop();
        }
    }

    private static ServerSettings withPeople(ServerSettings s) {
        return new ServerSettings(
                s.mode(), s.place(), s.data(), null, null, null, s.port(), 0, s.bind(), s.speed(), 10);
    }

    private Comer comer() {
        return new Comer(
                "arrival-" + person, person, new WardId("qehb-emergency-department"), time.instant(), "Fall at home");
    }

    private String opened() {
        return text("select concat_ws(', ', route, at, reason, urgency) from journey where person = ?", person);
    }

    private String organisation() {
        return text("select split_part(id, '/', 1) from spell where person = ?", person);
    }

    private static String ward(String organisation) {
        return organisation.equals("uhb") ? "qehb-medical-ward-1" : "midland-met-medical-ward-1";
    }

    private List<String> stays() {
        return bean(JdbcTemplate.class)
                .queryForList(
                        "select state from spell where person = ? order by coalesce(arrived_at, admitted_at)",
                        String.class,
                        person);
    }

    /** Other tests have people in hospital too, so only the messages about this person are counted. */
    private void assertNothingIsToldAgain() throws IOException {
        String before = messages();
        hospitals.tell();
        assertThat(messages()).isEqualTo(before);
    }

    private String messages() {
        return text("select count(*) from message where position(convert_to(?, 'UTF8') in content) > 0", nhsNumber);
    }

    private void register() {
        Details details = someone("Ward", "Visitor" + person);
        Details numbered = new Details(
                nhsNumber,
                details.family(),
                details.given(),
                LocalDate.of(1940, 5, 17),
                details.sex(),
                details.address(),
                details.postcode(),
                details.phone(),
                details.locality(),
                details.practice(),
                details.language(),
                false,
                "",
                true,
                false,
                5,
                "own-home",
                true);
        desk.tellPerson(person, List.of(new PersonEvent.PersonRegistered(numbered)), time.instant(), STAFF, null);
    }

    private void open() {
        done(desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("hospital-front-door"),
                        new JourneyEvent.Sender("hospital", "uhb", "Front door", ""),
                        "Fall",
                        Map.of("urgency", "urgent")),
                time.instant(),
                STAFF,
                null));
    }

    private void admit(String ward) {
        tell(new JourneyCommand.StartStep(List.of()));
        tell(new JourneyCommand.CompleteStep("Seen"));
        tell(new JourneyCommand.Decide(
                OptionId.of("admit"), "Needs treatment in hospital", List.of("doctor", "nurse"), "To be well", null));
        tell(new JourneyCommand.StartStep(List.of(new Place(PoolId.of("acute-beds"), ward, null))));
    }

    private void tell(JourneyCommand command) {
        tell(command, STAFF);
    }

    private void tell(JourneyCommand command, Actor by) {
        done(desk.tell(journey, 0, command, time.instant(), by, null));
    }

    private static void done(Told told) {
        assertThat(told).isInstanceOf(Told.Done.class);
    }

    private Map<String, Object> stay() {
        return bean(JdbcTemplate.class)
                .queryForMap("select state, location from spell where visit = ?", Census.VISIT + journey);
    }

    private static String text(String sql, Object... arguments) {
        return String.valueOf(bean(JdbcTemplate.class).queryForObject(sql, String.class, arguments));
    }
}
