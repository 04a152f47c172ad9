package uk.homeward.server.record.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.time.PlaceTime;

class OwnResourcesTest extends ServerTest {

    private final String person = newId("owned");
    private final String journey = newId("owned");
    private final Desk desk = bean(Desk.class);
    private final User hub = bean(DemoUsers.class).of(Role.HUB);

    @BeforeEach
    void somebodyOnAJourney() {
        tell(new PersonEvent.PersonRegistered(someone("Ada", "Lovell")));
        tell(new PersonEvent.CarerNamed("sam", "Sam Lovell", "son", "0121 496 0111", ""));
        tell(new PersonEvent.StoryAnswered("walks", "yes", "certain", null));
        tell(new PersonEvent.CareDecided("resuscitation", "do-not-attempt", "", "Ada", "has", "", null));
        desk.open(
                journey,
                bean(Pathways.class).first().id(),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "M85001", "Dr Lee", ""),
                        "Fell",
                        Map.of("urgency", "urgent", "locality", "central")),
                bean(PlaceTime.class).instant(),
                STAFF,
                null);
        command(new JourneyCommand.Accept());
        command(new JourneyCommand.SetGoal("g1", "Walk to the shop", LocalDate.of(2030, 1, 1)));
        bean(Stays.class)
                .tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Arrived(person, "qehb", newId("v"), "ED", "Fell")),
                        bean(PlaceTime.class).instant(),
                        STAFF);
    }

    @Test
    void what_is_known_of_a_person_is_found_by_patient_and_read_by_id() {
        EpisodeOfCare episode = one("EpisodeOfCare", EpisodeOfCare.class);
        assertThat(episode.getStatus()).isIn(EpisodeOfCareStatus.ACTIVE, EpisodeOfCareStatus.WAITLIST);
        assertThat(episode.getPatient().getReference()).isEqualTo("Patient/" + person);
        assertThat(one("CarePlan", CarePlan.class).getGoal()).hasSize(1);
        assertThat(one("Goal", Goal.class).getDescription().getText()).isEqualTo("Walk to the shop");
        assertThat(one("RelatedPerson", RelatedPerson.class).getNameFirstRep().getText())
                .isEqualTo("Sam Lovell");
        assertThat(one("QuestionnaireResponse", QuestionnaireResponse.class)
                        .getItemFirstRep()
                        .getLinkId())
                .isEqualTo("walks");
        assertThat(one("Encounter", Encounter.class).getServiceProvider().getDisplay())
                .isNotBlank();
        assertThat(one("Consent", Consent.class).getStatus())
                .as("nobody endorsed it yet")
                .isEqualTo(ConsentState.PROPOSED);
        assertThat(search("Provenance", hub)).hasSizeGreaterThan(5);
        assertThat(search("AuditEvent", hub)).isNotEmpty();
        for (Resource resource : List.of(episode, one("Consent", Consent.class), one("Goal", Goal.class))) {
            String id = resource.getIdElement().getIdPart();
            assertThat(id).matches("[A-Za-z0-9.-]{1,64}");
            assertThat(own(resource.fhirType()).stream().flatMap(o -> o.find(hub, id).stream()))
                    .hasSize(1);
        }
    }

    @Test
    void every_resource_is_written_and_read_again_as_r4() {
        for (String type : List.of(
                "EpisodeOfCare",
                "CarePlan",
                "Goal",
                "Task",
                "Encounter",
                "RelatedPerson",
                "Consent",
                "Provenance",
                "AuditEvent")) {
            for (Resource resource : search(type, hub)) {
                String json = bean(FhirContext.class).newJsonParser().encodeResourceToString(resource);
                assertThat(bean(FhirContext.class)
                                .newJsonParser()
                                .parseResource(json)
                                .fhirType())
                        .isEqualTo(type);
            }
        }
        assertThat(search("Task", hub))
                .allSatisfy(t -> assertThat(((Task) t).getStatus()).isNotNull());
    }

    @Test
    void who_has_no_care_relationship_finds_nothing_and_each_read_is_kept() {
        User therapist = bean(DemoUsers.class).of(Role.THERAPIST);
        assertThat(search("EpisodeOfCare", therapist)).isEmpty();
        assertThat(search("Consent", bean(DemoUsers.class).of(Role.ANALYST))).isEmpty();
        search("EpisodeOfCare", hub);
        assertThat(bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from look where person = ? and what = 'EpisodeOfCare by FHIR'",
                                Long.class,
                                person))
                .isEqualTo(1);
    }

    @Test
    void the_place_is_found_by_name_and_code() {
        assertThat(own("Organization").stream()
                        .flatMap(o -> o.search(hub, Map.of("identifier", List.of("M85001"))).stream()))
                .isNotEmpty();
        assertThat(own("Location").stream()
                        .flatMap(o -> o.search(hub, Map.of("name", List.of("queen elizabeth"))).stream()))
                .isNotEmpty();
        assertThat(own("HealthcareService").stream().flatMap(o -> o.search(hub, Map.of("name", List.of("e"))).stream()))
                .isNotEmpty();
    }

    private <R extends Resource> R one(String type, Class<R> kind) {
        assertThat(search(type, hub)).as(type).hasSize(1);
        return kind.cast(search(type, hub).getFirst());
    }

    private List<Resource> search(String type, User user) {
        return own(type).stream()
                .flatMap(o -> o.search(user, Map.of("patient", List.of("Patient/" + person))).stream())
                .map(Resource.class::cast)
                .toList();
    }

    private static List<OwnResources> own(String type) {
        return context().getBeansOfType(OwnResources.class).values().stream()
                .filter(o -> o.type().equals(type))
                .toList();
    }

    private void command(JourneyCommand command) {
        desk.tell(journey, 0, command, bean(PlaceTime.class).instant(), STAFF, null);
    }

    private void tell(PersonEvent fact) {
        desk.tellPerson(person, List.of(fact), bean(PlaceTime.class).instant(), STAFF, null);
    }
}
