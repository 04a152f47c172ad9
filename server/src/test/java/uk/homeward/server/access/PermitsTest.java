package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

class PermitsTest extends ServerTest {

    private static final JourneyCommand NOTE = new JourneyCommand.AddNote("seen");
    private static final JourneyCommand CONTACT = new JourneyCommand.MakeContact(Mode.FACE_TO_FACE, "nurse", "");

    private final Permits permits = bean(Permits.class);
    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final String place = bean(PlaceKey.class).value();

    @Test
    void theFrontDoorActsOnEveryJourney() {
        String journey = journeyOf("gp-1", "professional");
        assertThat(why(user(Role.TRIAGE_CLINICIAN, "bchc", "opal-west"), journey, new JourneyCommand.Accept()))
                .isEmpty();
    }

    @Test
    void aReferrerAddsToTheReferralsOfTheirOwnOrganisationOnly() {
        String journey = journeyOf("M85001", "professional");
        assertThat(why(user(Role.REFERRER, "M85001"), journey, NOTE)).isEmpty();
        assertThat(why(user(Role.REFERRER, "M85002"), journey, NOTE)).contains("no-tie");
        assertThat(why(user(Role.REFERRER, "M85001"), journey, CONTACT)).contains("role-may-not");
        assertThat(why(user(Role.REFERRER, "M85001"), journey, new JourneyCommand.Accept()))
                .contains("role-may-not");
    }

    @Test
    void whoOnlyReadsFiguresActsOnNothing() {
        String journey = journeyOf("icb", "professional");
        for (Role role : List.of(Role.ANALYST, Role.COMMISSIONER, Role.PROGRAMME, Role.ADMINISTRATOR)) {
            assertThat(why(user(role, "icb"), journey, NOTE)).contains("role-may-not");
        }
    }

    @Test
    void theTeamThatWasGivenTheJourneyActsAndAnotherOrganisationsDoesNot() {
        String journey = journeyOf("gp-2", "professional");
        tell(journey, new JourneyCommand.Accept());
        tell(journey, new JourneyCommand.AssignTeam("enablement-solihull"));
        assertThat(why(user(Role.THERAPIST, "smbc", "enablement-solihull"), journey, NOTE))
                .isEmpty();
        assertThat(why(user(Role.THERAPIST, "bcc", "enablement-east"), journey, NOTE))
                .contains("no-tie");
        assertThatThrownBy(() -> permits.act(user(Role.THERAPIST, "bcc", "enablement-east"), journey(journey), NOTE))
                .isInstanceOf(NotPermitted.class)
                .hasMessageContaining("not in your care")
                .hasMessageContaining("Ask Enablement at home Solihull");
    }

    @Test
    void whoeverIsNamedActsWhateverTheirTeam() {
        String journey = journeyOf("gp-3", "professional");
        tell(journey, new JourneyCommand.AssignTeam("enablement-solihull"));
        User named = user(Role.THERAPIST, "bcc", "enablement-east");
        assertThat(why(named, journey, NOTE)).contains("no-tie");
        tell(journey, new JourneyCommand.AssignStaff(named.id(), named.name()));
        assertThat(why(named, journey, NOTE)).isEmpty();
    }

    @Test
    void aWardActsOnThePeopleOfItsOwnTrustAndNotOnAnothers() {
        String journey = journeyOf("hospital", "hospital-front-door");
        jdbc.update(
                "insert into spell (place, id, version, person, site, visit, state, arrived_at)"
                        + " values (?, ?, 1, ?, 'heartlands', 'V1', 'ADMITTED', now())",
                place,
                newId("spell"),
                journey(journey).person());
        assertThat(why(user(Role.WARD, "uhb", "wards-heartlands"), journey, NOTE))
                .isEmpty();
        assertThat(why(user(Role.WARD, "swbh", "wards-midland-met"), journey, NOTE))
                .contains("no-tie");
    }

    @Test
    void aProviderChangesItsOwnUnitsAndNotAnothers() {
        String unit = newId("unit");
        jdbc.update(
                "insert into unit (place, pool, unit, version, title, locality, organisation, capacity, out_of_service,"
                        + " occupied, confirmed_at) values (?, 'care-home', ?, 1, 'Larch Grange', 'central', 'home-002',"
                        + " 5, 0, 0, now())",
                place,
                unit);
        permits.changeCapacity(user(Role.PROVIDER, "home-002"), "care-home", unit);
        permits.changeCapacity(user(Role.HUB, "uhb"), "care-home", unit);
        assertThatThrownBy(() -> permits.changeCapacity(user(Role.PROVIDER, "home-001"), "care-home", unit))
                .isInstanceOf(NotPermitted.class)
                .hasMessageContaining("does not belong to your organisation");
        assertThatThrownBy(() -> permits.changeCapacity(user(Role.PROVIDER, "home-002"), "care-home", "another"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> permits.changeCapacity(user(Role.ANALYST, "home-002"), "care-home", unit))
                .hasMessageContaining("may not say how many places there are");
    }

    private Optional<String> why(User user, String journey, JourneyCommand command) {
        return permits.whyNot(user, journey(journey), command).map(NotPermitted::code);
    }

    private static User user(Role role, String organisation, String... teams) {
        return new User("test:" + role.word() + "-" + organisation, "Sam Reed", role, organisation, List.of(teams));
    }

    private Journey journey(String journey) {
        return desk.get(journey);
    }

    private void tell(String journey, JourneyCommand command) {
        desk.tell(journey, 0, command, time.instant(), STAFF, null);
    }

    private String journeyOf(String sender, String route) {
        String person = newId("permits-person");
        desk.tellPerson(
                person, List.of(new PersonEvent.PersonRegistered(someone("Ada", "Lamb"))), time.instant(), STAFF, null);
        String journey = newId("permits-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of(route),
                        new Sender(route.equals("professional") ? "gp" : "hospital", sender, "Dr Lewis", ""),
                        "fell",
                        Map.of("locality", "solihull")),
                time.instant(),
                STAFF,
                null);
        return journey;
    }
}
