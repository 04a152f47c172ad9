package uk.homeward.server.access;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.server.journal.PlaceKey;

/**
 * Whether somebody may act here, on this person's journey or this unit. Their role must have the permission
 * ({@link Grants}), and either covers the whole place or is tied to the journey by their organisation, team or name
 * ({@link JourneyTies}). What the pathway itself allows is asked afterwards, of the journey's rules.
 */
@Component
public class Permits {

    private final JourneyTies ties;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Permits(JourneyTies ties, JdbcTemplate jdbc, PlaceKey place) {
        this.ties = ties;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** Throws {@link NotPermitted} unless the user may tell this journey this. */
    public void act(User user, Journey journey, JourneyCommand command) {
        whyNot(user, journey, command).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why the user may not tell this journey this; empty where they may. */
    public Optional<NotPermitted> whyNot(User user, Journey journey, JourneyCommand command) {
        Permission permission = CommandPermissions.of(command);
        if (!user.may(permission)) {
            return Optional.of(NotPermitted.lacks(user, permission));
        }
        return user.may(Permission.ACT_FOR_PLACE) || ties.bind(user, journey)
                ? Optional.empty()
                : Optional.of(new NotPermitted(
                        "no-tie",
                        "This person is not in your care: neither your organisation nor one of your teams looks after"
                                + " them now. " + ties.whomToAsk(journey)));
    }

    /** Throws {@link NotPermitted} unless the user may say something of a stay in this hospital. */
    public void actInHospital(User user, String site) {
        whyNotInHospital(user, site).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why the user may not say anything of stays in this hospital; empty where they may: their own, or the hub. */
    public Optional<NotPermitted> whyNotInHospital(User user, String site) {
        if (!user.may(Permission.RECORD_CARE)) {
            return Optional.of(NotPermitted.lacks(user, Permission.RECORD_CARE));
        }
        return user.may(Permission.ACT_FOR_PLACE) || ties.bind(user, site)
                ? Optional.empty()
                : Optional.of(
                        new NotPermitted(
                                "no-tie",
                                "This person lies in a hospital that is not yours. Ask its wards, or the transfer of care hub."));
    }

    /** True where the user may see the wards of this hospital. */
    public boolean seesHospital(User user, String site) {
        return user.may(Permission.READ_BOARDS) && (user.may(Permission.ACT_FOR_PLACE) || ties.bind(user, site));
    }

    /** Throws {@link NotPermitted} unless the user may change this unit's capacity: their own organisation's, or the hub. */
    public void changeCapacity(User user, String pool, String unit) {
        if (!user.may(Permission.MANAGE_CAPACITY)) {
            throw NotPermitted.lacks(user, Permission.MANAGE_CAPACITY);
        }
        List<String> owners = jdbc.queryForList(
                "select organisation from unit where place = ? and pool = ? and unit = ?",
                String.class,
                place.value(),
                pool,
                unit);
        if (!user.may(Permission.ACT_FOR_PLACE) && !owners.contains(user.organisation())) {
            throw new NotPermitted(
                    "not-your-unit",
                    "This unit (" + unit + ") does not belong to your organisation. Ask the transfer of care hub.");
        }
    }
}
