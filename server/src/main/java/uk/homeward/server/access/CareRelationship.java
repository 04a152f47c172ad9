package uk.homeward.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.OrganisationId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Site;
import uk.homeward.journey.place.Team;
import uk.homeward.journey.place.TeamId;

/**
 * Who may open a person's record: those who care for the person now, or did within 91 days; those who answer for the front
 * door of the person's locality; and, for one hour, those who gave a reason. The answer always says why, in plain words.
 */
public final class CareRelationship {

    /** How long a record stays open to those who cared for the person. */
    public static final Duration AFTERWARDS = Duration.ofDays(91);
    /** How long a record stays open to somebody who gave a reason. */
    public static final Duration BY_REASON = Duration.ofHours(1);

    private static final Set<Role> FRONT_DOOR =
            EnumSet.of(Role.TRIAGE_CLINICIAN, Role.HUB, Role.COORDINATOR, Role.HEAD_OF_BROKERAGE);

    private final Place place;

    public CareRelationship(Place place) {
        this.place = place;
    }

    /**
     * What ties a person to those who care for them.
     *
     * @param locality where the person lives
     * @param reasonGivenAt when this user last gave a reason to open the record; null if never
     * @param caringNowOnly the person chose that only those who care for them now may look
     * @param agreed the user's organisation is part of the place's agreement to share records
     */
    public record Links(
            String locality,
            List<OnJourney> journeys,
            List<InHospital> stays,
            @Nullable Instant reasonGivenAt,
            boolean caringNowOnly,
            boolean agreed) {
        public Links {
            journeys = List.copyOf(journeys);
            stays = List.copyOf(stays);
        }

        /** Where the person chose nothing and the user's organisation shares. */
        Links(String locality, List<OnJourney> journeys, List<InHospital> stays, @Nullable Instant reasonGivenAt) {
            this(locality, journeys, stays, reasonGivenAt, false, true);
        }
    }

    /**
     * A journey of the person.
     *
     * @param team the team it was given to; empty where none was
     * @param carriedBy the word of the kind of team that carries its step; empty where no step is open
     * @param endedAt null while it is open
     */
    public record OnJourney(
            String team,
            String carriedBy,
            String locality,
            String staff,
            @Nullable Instant endedAt) {}

    /** A stay in a hospital; {@code leftAt} is null while the person is there. */
    public record InHospital(String site, @Nullable Instant leftAt) {}

    /** The answer: open or closed, and why in plain words. */
    public sealed interface Answer {

        /** {@code caring} is true for who cares for the person now or gave a reason within the hour. */
        record Opens(String why, boolean caring) implements Answer {}

        /** {@code code} is the stable name of the rule that kept it closed. */
        record StaysClosed(String code, String why) implements Answer {}
    }

    /** Why the record opens to this user, in plain words; empty if it stays closed. */
    public Optional<String> why(User user, Links ties, Instant now) {
        return decide(user, ties, now) instanceof Answer.Opens(String why, boolean caring)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** The decision for direct care. */
    public Answer decide(User user, Links ties, Instant now) {
        return decide(user, Purpose.DIRECT_CARE, ties, now);
    }

    /** The one decision on whether a record opens: role, purpose, then care now, a reason, the person's choice, the agreement. */
    public Answer decide(User user, Purpose purpose, Links ties, Instant now) {
        if (!user.may(Permission.READ_PERSON)) {
            return new Answer.StaysClosed(
                    "role-may-not", "Your role (" + user.role().title() + ") does not open people's records.");
        }
        if (!purpose.isOf(user.role())) {
            return new Answer.StaysClosed(
                    "purpose-not-yours",
                    "Your role (" + user.role().title() + ") does not read records for " + purpose.title()
                            + ". Maybe: read for "
                            + Purpose.of(user.role()).stream()
                                    .map(Purpose::title)
                                    .toList() + ".");
        }
        Optional<String> caring = byJourney(user, ties, now, true)
                .or(() -> byStay(user, ties, now, true))
                .or(() -> byReason(ties, now));
        if (caring.isPresent()) {
            return new Answer.Opens(caring.get(), true);
        }
        if (ties.caringNowOnly()) {
            return new Answer.StaysClosed(
                    "person-chose",
                    "This person chose that only those who care for them now may open their record, and nobody of your"
                            + " teams does.");
        }
        Optional<String> lately = byJourney(user, ties, now, false).or(() -> byStay(user, ties, now, false));
        if (lately.isPresent()) {
            return new Answer.Opens(lately.get(), false);
        }
        Optional<String> frontDoor = byFrontDoor(user, ties);
        if (frontDoor.isPresent()) {
            return ties.agreed()
                    ? new Answer.Opens(frontDoor.get(), false)
                    : new Answer.StaysClosed(
                            "no-agreement",
                            "Your organisation's agreement to share records has ended, so the front door of this"
                                    + " person's locality does not open them. Maybe: ask your privacy officer");
        }
        return new Answer.StaysClosed(
                "no-care-relationship",
                "None of your teams has an open journey with this person or had one within the last 91 days, they are"
                        + " not in your hospital, and you do not answer for the front door of their locality.");
    }

    private Optional<String> byJourney(User user, Links ties, Instant now, boolean onlyNow) {
        for (OnJourney journey : ties.journeys()) {
            boolean open = journey.endedAt() == null;
            if ((open || (!onlyNow && isRecent(journey.endedAt(), now))) && cares(user, journey)) {
                return Optional.of(
                        open
                                ? "You open this record because your team cares for this person now."
                                : "You open this record because your team cared for this person within the last 91"
                                        + " days.");
            }
        }
        return Optional.empty();
    }

    private boolean cares(User user, OnJourney journey) {
        Optional<Team> given =
                journey.team().isEmpty() ? Optional.empty() : place.teams().find(TeamId.of(journey.team()));
        return user.id().equals(journey.staff())
                || user.teams().contains(journey.team())
                || given.map(t -> t.organisation().value().equals(user.organisation()))
                        .orElse(false)
                || (given.isEmpty() && carries(user, journey));
    }

    /** True if the open step is work for one of the user's teams, though it has not been given to one yet. */
    private boolean carries(User user, OnJourney journey) {
        return teams(user).stream()
                .anyMatch(t -> t.kind().word().equals(journey.carriedBy()) && serves(t, journey.locality()));
    }

    private Optional<String> byStay(User user, Links ties, Instant now, boolean onlyNow) {
        return ties.stays().stream()
                .filter(s -> s.leftAt() == null || (!onlyNow && isRecent(s.leftAt(), now)))
                .filter(s -> organisationOf(s.site())
                        .map(o -> o.value().equals(user.organisation()))
                        .orElse(false))
                .findFirst()
                .map(s -> s.leftAt() == null
                        ? "You open this record because the person is in your hospital."
                        : "You open this record because the person was in your hospital within the last 91 days.");
    }

    private Optional<OrganisationId> organisationOf(String site) {
        return place.sites().stream()
                .filter(s -> s.id().value().equals(site))
                .findFirst()
                .map(Site::organisation);
    }

    private Optional<String> byFrontDoor(User user, Links ties) {
        return FRONT_DOOR.contains(user.role()) && teams(user).stream().anyMatch(t -> serves(t, ties.locality()))
                ? Optional.of("You open this record because you answer for the front door of this person's locality.")
                : Optional.empty();
    }

    private static Optional<String> byReason(Links ties, Instant now) {
        Instant given = ties.reasonGivenAt();
        return given != null && now.isBefore(given.plus(BY_REASON))
                ? Optional.of("You open this record because you gave a reason. It closes again one hour after that.")
                : Optional.empty();
    }

    private List<Team> teams(User user) {
        return user.teams().stream()
                .flatMap(t -> place.teams().find(TeamId.of(t)).stream())
                .toList();
    }

    private static boolean serves(Team team, String locality) {
        return locality.isEmpty() ? team.locality() == null : team.serves(LocalityId.of(locality));
    }

    private static boolean isRecent(@Nullable Instant at, Instant now) {
        return at != null && now.isBefore(at.plus(AFTERWARDS));
    }
}
