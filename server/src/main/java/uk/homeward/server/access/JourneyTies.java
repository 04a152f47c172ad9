package uk.homeward.server.access;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Team;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;

/**
 * What ties somebody at work to a journey now, so that they may add to it. Narrower than {@link CareRelationship}, which says
 * who may read: neither having cared for the person before nor a reason that was given lets anybody write.
 */
@Component
class JourneyTies {

    private final Place place;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final SamePerson same;

    JourneyTies(Place place, JdbcTemplate jdbc, PlaceKey key, SamePerson same) {
        this.same = same;
        this.place = place;
        this.jdbc = jdbc;
        this.key = key;
    }

    /** True where one of the ties binds the user to the journey. */
    boolean bind(User user, Journey journey) {
        return isSender(user, journey)
                || isNamed(user, journey)
                || isOfTheTeam(user, journey)
                || givesThePlace(user, journey)
                || keepsTheBed(user, journey)
                || mayTakeItOn(user, journey);
    }

    /** True where the user's organisation runs this hospital, or one of their teams works there. */
    boolean bind(User user, String site) {
        boolean runs = place.sites().stream()
                .anyMatch(s ->
                        s.id().value().equals(site) && s.organisation().value().equals(user.organisation()));
        return runs
                || place.teams().stream()
                        .anyMatch(t -> user.teams().contains(t.id().value())
                                && t.site() != null
                                && t.site().value().equals(site));
    }

    /** Whom somebody without a tie can ring, in a sentence. */
    String whomToAsk(Journey journey) {
        return team(journey)
                .map(t -> "Ask " + t.title() + (t.phone().isBlank() ? "." : " (" + t.phone() + ")."))
                .orElse("Ask the front door.");
    }

    private static boolean isSender(User user, Journey journey) {
        String sender = journey.opening().sender().organisation();
        return !sender.isEmpty() && sender.equals(user.organisation());
    }

    private static boolean isNamed(User user, Journey journey) {
        boolean assigned = journey.findLast(JourneyEvent.StaffAssigned.class)
                .filter(e -> e.user().equals(user.id()))
                .isPresent();
        return assigned
                || journey.findLast(JourneyEvent.CoordinatorNamed.class)
                        .filter(e -> e.user().equals(user.id()))
                        .isPresent();
    }

    private boolean isOfTheTeam(User user, Journey journey) {
        return team(journey)
                .filter(team -> user.teams().contains(team.id().value())
                        || team.organisation().value().equals(user.organisation()))
                .isPresent();
    }

    private boolean givesThePlace(User user, Journey journey) {
        return journey.state().places().stream()
                .anyMatch(held -> jdbc.queryForList(
                                "select organisation from unit where place = ? and pool = ? and unit = ?",
                                String.class,
                                key.value(),
                                held.pool().value(),
                                held.unit())
                        .contains(user.organisation()));
    }

    /** The person lies in a hospital of the user's organisation. */
    private boolean keepsTheBed(User user, Journey journey) {
        return hospitals(journey).contains(user.organisation());
    }

    /**
     * Work that waits for somebody of the user's role and teams, and that no team of that kind has taken on. Those on a ward
     * take on the people of their own hospital only, where it is known that the person lies in one.
     */
    private boolean mayTakeItOn(User user, Journey journey) {
        boolean elsewhere = user.role() == Role.WARD && !hospitals(journey).isEmpty() && !keepsTheBed(user, journey);
        return !elsewhere && (isAskedForStep(user, journey) || isAskedToDecide(user, journey));
    }

    private boolean isAskedForStep(User user, Journey journey) {
        return journey.currentStep()
                .filter(step -> user.role().word().equals(step.acts()))
                .filter(step -> team(journey)
                        .filter(t -> step.team() == null || t.kind().word().equals(step.team()))
                        .isEmpty())
                .filter(step -> step.team() == null || hasTeam(user, step.team(), journey))
                .isPresent();
    }

    private boolean isAskedToDecide(User user, Journey journey) {
        return team(journey).isEmpty()
                && journey.currentStep().isEmpty()
                && journey.dueDecision()
                        .filter(d -> d.decidedBy().contains(user.role().word()))
                        .isPresent();
    }

    private boolean hasTeam(User user, String kind, Journey journey) {
        String locality = journey.attributes().getOrDefault("locality", "");
        return place.teams().stream()
                .filter(t -> user.teams().contains(t.id().value()))
                .anyMatch(t -> t.kind().word().equals(kind)
                        && (t.locality() == null
                                || locality.isEmpty()
                                || t.locality().value().equals(locality)));
    }

    private List<String> hospitals(Journey journey) {
        return jdbc
                .queryForList(
                        "select site from spell where place = ? and person = any (?)"
                                + " and discharged_at is null and arrived_at is not null",
                        String.class,
                        key.value(),
                        same.array(journey.person()))
                .stream()
                .flatMap(site ->
                        place.sites().stream().filter(s -> s.id().value().equals(site)))
                .map(site -> site.organisation().value())
                .toList();
    }

    private Optional<Team> team(Journey journey) {
        return journey.findLast(JourneyEvent.TeamAssigned.class)
                .flatMap(assigned -> place.teams().stream()
                        .filter(team -> team.id().value().equals(assigned.team()))
                        .findFirst());
    }
}
