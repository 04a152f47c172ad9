package uk.homeward.server.record.fhir;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.exchange.resources.OwnResources;

/** Which of FHIR's types Homeward has itself, and what each is made of. */
@Configuration(proxyBeanMethods = false)
class OwnConfiguration {

    private static final Set<String> PATIENT = Set.of("patient");
    private static final Set<String> SUBJECT = Set.of("patient", "subject");

    @Bean
    OwnResources ownEpisodes(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("EpisodeOfCare", PATIENT, door, reader, reader::hasJourneys, JourneyMapping::episodes);
    }

    @Bean
    OwnResources ownPlans(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("CarePlan", SUBJECT, door, reader, reader::hasJourneys, JourneyMapping::plans);
    }

    @Bean
    OwnResources ownGoals(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("Goal", SUBJECT, door, reader, reader::hasJourneys, JourneyMapping::goals);
    }

    @Bean
    OwnResources ownTasks(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("Task", SUBJECT, door, reader, reader::hasJourneys, JourneyMapping::tasks);
    }

    @Bean
    OwnResources ownTeams(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("CareTeam", SUBJECT, door, reader, reader::hasJourneys, JourneyMapping::teams);
    }

    @Bean
    OwnResources ownOutcomes(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("Observation", SUBJECT, door, reader, reader::hasJourneys, JourneyMapping::outcomes);
    }

    @Bean
    OwnResources ownStays(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("Encounter", SUBJECT, door, reader, reader::hasStays, PersonMapping::stays);
    }

    @Bean
    OwnResources ownCarers(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("RelatedPerson", PATIENT, door, reader, person -> true, PersonMapping::carers);
    }

    @Bean
    OwnResources ownStory(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("QuestionnaireResponse", SUBJECT, door, reader, person -> true, PersonMapping::story);
    }

    @Bean
    OwnResources ownDecisions(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("Consent", PATIENT, door, reader, person -> true, PersonMapping::decisions);
    }

    @Bean
    OwnResources ownTold(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("Provenance", PATIENT, door, reader, person -> true, PersonMapping::told);
    }

    @Bean
    OwnResources ownLooks(RecordDoor door, KnownReader reader) {
        return new OwnOfPerson("AuditEvent", PATIENT, door, reader, person -> true, PersonMapping::looks);
    }

    @Bean
    OwnResources ownOrganisations(Place place) {
        return new OwnOfPlace(
                "Organization", PlaceMapping.organisations(place), PlaceMapping::name, PlaceMapping::identifier);
    }

    @Bean
    OwnResources ownLocations(Place place) {
        return new OwnOfPlace("Location", PlaceMapping.locations(place), PlaceMapping::name, PlaceMapping::identifier);
    }
}
