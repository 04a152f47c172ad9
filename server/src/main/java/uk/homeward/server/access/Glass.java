package uk.homeward.server.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** Openings of a record with a reason: told to the journal, with one alert to the organisation's privacy officer. */
@Component
class Glass {

    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final PrivacyOfficers officers;

    Glass(Ledger ledger, JdbcTemplate jdbc, PlaceKey place, PlaceTime time, PrivacyOfficers officers) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        this.officers = officers;
    }

    /** In the caller's transaction. Whoever gives another reason while the record is open to them raises no second alert. */
    void broken(User user, String person, String reason) {
        Instant now = time.instant();
        if (isOpen(user, person, now)) {
            return;
        }
        String id = "g-" + UUID.randomUUID();
        ledger.tell(
                Subject.glass(id),
                now,
                user.actor(),
                null,
                before ->
                        Verdict.done(new TrustEvent.GlassBroken(person, reason, now.plus(CareRelationship.BY_REASON))));
        jdbc.update(
                "insert into privacy_alert (place, glass, organisation, words, made_at, email) values (?, ?, ?, ?, ?,"
                        + " ?)",
                place.value(),
                id,
                user.organisation(),
                "A record was opened with a reason by somebody in the role "
                        + user.role().title() + ". Review it in Homeward under Trust, Openings with a reason.",
                now.atOffset(ZoneOffset.UTC),
                officers.email(user.organisation()));
    }

    private boolean isOpen(User user, String person, Instant now) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from glass where place = ? and person = ? and actor_user = ? and until > ?)",
                Boolean.class,
                place.value(),
                person,
                user.id(),
                now.atOffset(ZoneOffset.UTC)));
    }
}
