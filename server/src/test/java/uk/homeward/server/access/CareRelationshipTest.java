package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.CareRelationship.InHospital;
import uk.homeward.server.access.CareRelationship.Links;
import uk.homeward.server.access.CareRelationship.OnJourney;

class CareRelationshipTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Place PLACE = Place.load(
            Path.of(Objects.requireNonNull(System.getProperty("homeward.root"))).resolve("places/birmingham-solihull"));
    private static final User RESPONDER =
            new User("r", "Imran Shah", Role.RESPONDER, "nobody", List.of("response-east"));

    private final CareRelationship relationship = new CareRelationship(PLACE);

    @Test
    void a_team_that_cares_for_the_person_opens_the_record() {
        assertThat(relationship.why(RESPONDER, journey("response-east", null), NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("your team cares for this person now"));
        assertThat(relationship.why(RESPONDER, journey("response-west", null), NOW))
                .isEmpty();
    }

    @Test
    void it_stays_open_for_91_days_after_the_journey_ended() {
        assertThat(relationship.why(RESPONDER, journey("response-east", NOW.minus(Duration.ofDays(90))), NOW))
                .isPresent();
        assertThat(relationship.why(RESPONDER, journey("response-east", NOW.minus(Duration.ofDays(92))), NOW))
                .isEmpty();
    }

    @Test
    void work_that_no_team_has_yet_opens_it_to_the_teams_that_carry_the_step_there() {
        Links here = new Links("east", List.of(new OnJourney("", "response", "east", "", null)), List.of(), null);
        Links elsewhere = new Links("west", List.of(new OnJourney("", "response", "west", "", null)), List.of(), null);
        assertThat(relationship.why(RESPONDER, here, NOW)).isPresent();
        assertThat(relationship.why(RESPONDER, elsewhere, NOW)).isEmpty();
    }

    @Test
    void the_front_door_of_the_locality_opens_it() {
        User triage = new User("t", "Ruth Kelly", Role.TRIAGE_CLINICIAN, "bchc", List.of("opal-east"));
        assertThat(relationship.why(triage, nothing("east"), NOW)).isPresent();
        assertThat(relationship.why(triage, nothing("west"), NOW)).isEmpty();
    }

    @Test
    void a_hospital_opens_the_record_of_those_who_lie_there() {
        String site = PLACE.sites().list().stream()
                .filter(s -> s.organisation().value().equals("uhb"))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        User ward = new User("w", "Peter Hall", Role.WARD, "uhb", List.of());
        assertThat(relationship.why(ward, new Links("east", List.of(), List.of(new InHospital(site, null)), null), NOW))
                .isPresent();
        assertThat(relationship.why(ward, nothing("east"), NOW)).isEmpty();
    }

    @Test
    void a_reason_opens_it_for_one_hour() {
        assertThat(relationship.why(RESPONDER, reason(NOW.minus(Duration.ofMinutes(59))), NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("you gave a reason"));
        assertThat(relationship.why(RESPONDER, reason(NOW.minus(Duration.ofMinutes(60))), NOW))
                .isEmpty();
    }

    @Test
    void nobody_outside_care_opens_a_record_even_with_a_reason() {
        for (Role role : List.of(Role.ANALYST, Role.COMMISSIONER, Role.PROGRAMME, Role.ADMINISTRATOR, Role.REFERRER)) {
            User user = new User("x", "X", role, "bchc", List.of("response-east", "front-door"));
            assertThat(relationship.why(user, reason(NOW), NOW))
                    .as(role.title())
                    .isEmpty();
        }
    }

    private static Links journey(String team, @org.jspecify.annotations.Nullable Instant ended) {
        return new Links("east", List.of(new OnJourney(team, "response", "east", "", ended)), List.of(), null);
    }

    private static Links nothing(String locality) {
        return new Links(locality, List.of(), List.of(), null);
    }

    private static Links reason(Instant given) {
        return new Links("west", List.of(), List.of(), given);
    }
}
