package uk.homeward.server.exchange.resources;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.MarkedItems;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/**
 * Reads a resource for a user. What the user's own organisation sent, and what is about nobody, is read in one trip; anything
 * else opens only with a care relationship to the person. Either way the look is kept in the transaction of the read.
 */
@Component
public class Reading {

    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private static final String ONE = "with r as (select r.*, coalesce(l.person, r.patient) as person" + Rows.FROM
            + " where r.place = ? and r.type = ? and r.id = ? and (? = 0 or r.version = ?)"
            + " order by r.version desc limit 1),"
            + " looked as (" + Looks.AMONG
            + "r.person from r where r.person is not null and not r.deleted and r.organisation = ?) select r.key,"
            + " r.type, r.id, r.version, r.deleted, r.updated_at, r.patient, r.person, r.organisation, r.sender,"
            + " r.channel, r.meta, r.cuts, case when r.organisation = ? or ? then r.content end from r";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Looks looks;
    private final RecordDoor door;
    private final MarkedItems marks;

    Reading(JdbcTemplate jdbc, PlaceKey place, Looks looks, RecordDoor door, MarkedItems marks) {
        this.marks = marks;
        this.jdbc = jdbc;
        this.place = place;
        this.looks = looks;
        this.door = door;
    }

    /**
     * The resource under this address, or one version of it.
     *
     * @param version 0 for the newest
     * @return empty if there never was one
     * @throws Unusable 410 if it was deleted, 403 if its record does not open to the user
     */
    public Optional<Kept> read(User user, String type, String id, int version) {
        Optional<Kept> found = peek(user, type, id, version);
        if (found.isPresent() && found.get().deleted()) {
            throw new Unusable(GONE, List.of(Issue.fault("deleted", "", "(" + type + "/" + id + ") was deleted")));
        }
        found.filter(k -> !shows(user, k)).ifPresent(k -> {
            throw withheld(k.reference());
        });
        return found.map(k -> k.content() == null ? opened(user, k) : k);
    }

    /**
     * False for what is marked as sensitive, unless the user's role sees such things and they care for the person now, or it is
     * of their own organisation, or they sent it themselves.
     */
    public boolean shows(User user, Kept kept) {
        boolean sensitive = kept.isSensitive() || marks.include(kept.reference());
        if (!sensitive || kept.sender().equals(user.id())) {
            return true;
        }
        @Nullable String person = kept.person();
        return user.may(Permission.READ_SENSITIVE)
                && (kept.organisation().equals(user.organisation())
                        || (person != null && door.opensSensitive(user, person)));
    }

    private static Unusable withheld(String reference) {
        return new Unusable(
                FORBIDDEN,
                List.of(Issue.fault(
                        "suppressed",
                        "",
                        "(" + reference
                                + ") is marked as sensitive, and is shown to those only who treat its person now")));
    }

    /** What stands under this address, if the user may see it; otherwise empty, whatever the reason. */
    Optional<Kept> tryRead(User user, String type, String id) {
        Optional<Kept> found = peek(user, type, id, 0).filter(k -> !k.deleted()).filter(k -> shows(user, k));
        @Nullable String person = found.map(Kept::person).orElse(null);
        if (found.isEmpty() || found.get().content() != null) {
            return found;
        }
        return person != null && door.isOpen(user, person) ? Optional.of(opened(user, found.get())) : Optional.empty();
    }

    /** As {@link #read}, but a resource whose record is not open yet has no content, and a deleted one is given too. */
    Optional<Kept> peek(User user, String type, String id, int version) {
        List<Object> values = new ArrayList<>(List.of(place.value(), type, id, version, version));
        values.addAll(looks.values(user, type + " by FHIR"));
        values.addAll(List.of(user.organisation(), user.organisation(), Types.isOfNobody(type)));
        return jdbc.query(ONE, Rows::kept, values.toArray()).stream().findFirst();
    }

    /** The resource with its content, if its person's record opens to the user. */
    Kept opened(User user, Kept closed) {
        @Nullable String person = closed.person();
        if (person != null
                && door.open(user, person, closed.type() + " by FHIR", () -> content(closed))
                        instanceof RecordDoor.Open<Kept> open) {
            return open.read();
        }
        throw forbidden(closed.reference());
    }

    private static Unusable forbidden(String reference) {
        return new Unusable(
                FORBIDDEN,
                List.of(Issue.fault(
                        "suppressed",
                        "",
                        "(" + reference + ") was sent by another organisation, and there is no care relationship with"
                                + " its person; a reason on the person's page opens the record for an hour")));
    }

    private Kept content(Kept closed) {
        return jdbc.queryForObject(
                "select " + Rows.COLUMNS + ", r.content" + Rows.FROM
                        + " where r.place = ? and r.type = ? and r.key = ?",
                Rows::kept,
                place.value(),
                closed.type(),
                closed.key());
    }

    /** Every version of a resource for a user, the newest first; empty if there never was one. Keeps the look. */
    public List<Kept> history(User user, String type, String id, int most) {
        Optional<Kept> newest = peek(user, type, id, 0);
        if (newest.isEmpty()) {
            return List.of();
        }
        boolean own = newest.get().organisation().equals(user.organisation()) || Types.isOfNobody(type);
        @Nullable String person = newest.get().person();
        if (own) {
            if (newest.get().deleted() && person != null) {
                looks.keep(user, person, type + " by FHIR", ""); // of one that stands, the peek kept it
            }
            return shown(user, versions(type, id, most));
        }
        if (person != null
                && door.open(user, person, type + " by FHIR", () -> versions(type, id, most))
                        instanceof RecordDoor.Open<List<Kept>> open) {
            return shown(user, open.read());
        }
        throw forbidden(newest.get().reference());
    }

    private List<Kept> shown(User user, List<Kept> versions) {
        return versions.stream().filter(k -> shows(user, k)).toList();
    }

    private List<Kept> versions(String type, String id, int most) {
        return jdbc.query(
                "select " + Rows.COLUMNS + ", r.content" + Rows.FROM
                        + " where r.place = ? and r.type = ? and r.id = ? order by r.version desc limit ?",
                Rows::kept,
                place.value(),
                type,
                id,
                most);
    }

    /**
     * Versions that the user's own organisation sent, the newest first; a look is kept for each person in them.
     *
     * @param type null for all types
     * @param before only keys below this
     */
    public List<Kept> sent(User user, @Nullable String type, @Nullable OffsetDateTime since, long before, int most) {
        List<Object> values = new ArrayList<>(List.of(place.value(), user.organisation(), before));
        String where = " where r.place = ? and r.organisation = ? and r.key < ?";
        if (type != null) {
            where += " and r.type = ?";
            values.add(type);
        }
        if (since != null) {
            where += " and r.updated_at >= ?";
            values.add(since);
        }
        values.add(most);
        values.addAll(looks.values(user, (type == null ? "facts" : type) + " by FHIR"));
        return shown(
                user,
                jdbc.query(
                        "with page as materialized (select " + Rows.COLUMNS + ", r.content" + Rows.FROM + where
                                + " order by r.key desc limit ?), looked as (" + Looks.AMONG
                                + "p.person from (select distinct person from page where person is not null and not"
                                + " deleted) p) select * from page order by key desc",
                        Rows::kept,
                        values.toArray()));
    }
}
