package uk.homeward.server.trust;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.event.TrustEvent.Finding;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** The queue of records that were opened with a reason, for the privacy officer of the organisation whose person did it. */
@Component
public class GlassQueue {

    static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final PlaceKey place;
    private final PlaceTime time;

    GlassQueue(JdbcTemplate jdbc, Ledger ledger, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.place = place;
        this.time = time;
    }

    /**
     * One opening; it names the person by their record's number only.
     *
     * @param looks how many pages of the record were opened before it closed
     * @param finding null until it was reviewed
     */
    public record Opening(
            String id,
            String person,
            String who,
            String role,
            String reason,
            Instant at,
            Instant until,
            int looks,
            @Nullable Finding finding,
            String note,
            String reviewedBy) {}

    /** The openings by people of the officer's organisation: those to be reviewed (or asked about) first, then the newest. */
    List<Opening> list(User officer) {
        return jdbc.query(
                """
                select g.id, g.person, g.actor_name, g.actor_role, g.reason, g.broken_at, g.until, g.finding, g.note,
                       g.reviewed_by, (select count(*) from look l where l.place = g.place and l.person = g.person
                           and l.actor_user = g.actor_user and l.what <> 'break-glass'
                           and l.at between g.broken_at and g.until)
                from glass g where g.place = ? and g.organisation = ?
                order by g.finding not in ('', 'ASKED'), g.broken_at desc limit ?
                """,
                (row, n) -> new Opening(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getInt(11),
                        row.getString(8).isEmpty() ? null : Finding.valueOf(row.getString(8)),
                        row.getString(9),
                        row.getString(10)),
                place.value(),
                officer.organisation(),
                MOST);
    }

    /** Tells what the review came to; an opening by somebody of another organisation is not theirs to review. */
    Entry review(User officer, String id, Finding finding, String note) {
        return ledger.tell(
                Subject.glass(id),
                time.instant(),
                officer.actor(),
                null,
                before -> answer(before, officer, finding, note));
    }

    private static Verdict answer(List<Recorded<Event>> before, User officer, Finding finding, String note) {
        if (before.isEmpty() || !before.getFirst().by().organisation().equals(officer.organisation())) {
            return refused("not-yours", "No opening of this number by somebody of your organisation is known.");
        }
        if (before.getFirst().by().user().equals(officer.id())) {
            return refused("own-opening", "You opened this record yourself, so somebody else reviews it.");
        }
        if (finding != Finding.JUSTIFIED && note.isBlank()) {
            return refused("no-note", "Write what was not right, or what you asked and whom.");
        }
        return Verdict.done(new TrustEvent.GlassReviewed(finding, note));
    }

    private static Verdict refused(String code, String why) {
        return new Verdict.Refused(new TrustEvent.TrustRefused("review", code, why));
    }
}
