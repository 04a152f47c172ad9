package uk.homeward.server.access;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** What stands of openings with a reason, agreements and choices. */
public final class TrustProjections {

    private TrustProjections() {}

    /** Openings with a reason, and what their review came to. */
    @Component
    public static final class OfGlass implements Projecting {

        private final JdbcTemplate jdbc;
        private final PlaceKey place;

        public OfGlass(JdbcTemplate jdbc, PlaceKey place) {
            this.jdbc = jdbc;
            this.place = place;
        }

        @Override
        public Subject.Kind kind() {
            return Subject.Kind.GLASS;
        }

        @Override
        public List<String> tables() {
            return List.of("glass");
        }

        @Override
        public void write(Recorded<Event> r) {
            switch ((TrustEvent) r.event()) {
                case TrustEvent.GlassBroken e ->
                    jdbc.update(
                            """
                            insert into glass (place, id, version, person, actor_user, actor_name, actor_role, organisation,
                                reason, broken_at, until, finding, note, reviewed_by)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')
                            """,
                            place.value(),
                            r.subject().id(),
                            r.sequence(),
                            e.person(),
                            r.by().user(),
                            r.by().name(),
                            r.by().role(),
                            r.by().organisation(),
                            e.reason(),
                            r.occurredAt().atOffset(ZoneOffset.UTC),
                            e.until().atOffset(ZoneOffset.UTC));
                case TrustEvent.GlassReviewed e ->
                    jdbc.update(
                            "update glass set version = ?, finding = ?, note = ?, reviewed_by = ?, reviewed_at = ?"
                                    + " where place = ? and id = ?",
                            r.sequence(),
                            e.finding().name(),
                            e.note(),
                            r.by().name(),
                            r.occurredAt().atOffset(ZoneOffset.UTC),
                            place.value(),
                            r.subject().id());
                case TrustEvent.TrustRefused e ->
                    jdbc.update(
                            "update glass set version = ? where place = ? and id = ?",
                            r.sequence(),
                            place.value(),
                            r.subject().id());
                case TrustEvent.SharingAgreed e -> throw stray(r);
                case TrustEvent.SharingEnded e -> throw stray(r);
                case TrustEvent.SharingChosen e -> throw stray(r);
                case TrustEvent.NationalOptOutTold e -> throw stray(r);
                case TrustEvent.ItemMarkedSensitive e -> throw stray(r);
                case TrustEvent.SensitiveMarkLifted e -> throw stray(r);
                case TrustEvent.AccessWithdrawn e -> throw stray(r);
                case TrustEvent.AccessGivenBack e -> throw stray(r);
                case TrustEvent.RecordsErased e -> throw stray(r);
            }
        }
    }

    /** The agreement of each organisation of which something was told. */
    @Component
    public static final class OfAgreements implements Projecting {

        private final JdbcTemplate jdbc;
        private final PlaceKey place;

        public OfAgreements(JdbcTemplate jdbc, PlaceKey place) {
            this.jdbc = jdbc;
            this.place = place;
        }

        @Override
        public Subject.Kind kind() {
            return Subject.Kind.SHARING;
        }

        @Override
        public List<String> tables() {
            return List.of("sharing_agreement");
        }

        @Override
        public void write(Recorded<Event> r) {
            switch ((TrustEvent) r.event()) {
                case TrustEvent.SharingAgreed e ->
                    jdbc.update("""
                        insert into sharing_agreement (place, organisation, version, purpose, until, ended, words)
                        values (?, ?, ?, ?, ?, false, '')
                        on conflict (place, organisation) do update set version = excluded.version,
                            purpose = excluded.purpose, until = excluded.until, ended = false, words = ''
                        """, place.value(), r.subject().id(), r.sequence(), e.purpose(), e.until());
                case TrustEvent.SharingEnded e ->
                    jdbc.update("""
                        insert into sharing_agreement (place, organisation, version, purpose, ended, words)
                        values (?, ?, ?, '', true, ?)
                        on conflict (place, organisation) do update set version = excluded.version, ended = true,
                            words = excluded.words
                        """, place.value(), r.subject().id(), r.sequence(), e.reason());
                case TrustEvent.TrustRefused e -> {}
                case TrustEvent.GlassBroken e -> throw stray(r);
                case TrustEvent.GlassReviewed e -> throw stray(r);
                case TrustEvent.SharingChosen e -> throw stray(r);
                case TrustEvent.NationalOptOutTold e -> throw stray(r);
                case TrustEvent.ItemMarkedSensitive e -> throw stray(r);
                case TrustEvent.SensitiveMarkLifted e -> throw stray(r);
                case TrustEvent.AccessWithdrawn e -> throw stray(r);
                case TrustEvent.AccessGivenBack e -> throw stray(r);
                case TrustEvent.RecordsErased e -> throw stray(r);
            }
        }
    }

    /** What people chose. */
    @Component
    public static final class OfConsent implements Projecting {

        private final JdbcTemplate jdbc;
        private final PlaceKey place;

        public OfConsent(JdbcTemplate jdbc, PlaceKey place) {
            this.jdbc = jdbc;
            this.place = place;
        }

        @Override
        public Subject.Kind kind() {
            return Subject.Kind.CONSENT;
        }

        @Override
        public List<String> tables() {
            return List.of("consent", "marked_item");
        }

        @Override
        public void write(Recorded<Event> r) {
            switch ((TrustEvent) r.event()) {
                case TrustEvent.SharingChosen e -> put(r, "sharing", e.sharing().name());
                case TrustEvent.NationalOptOutTold e -> put(r, "opted_out", e.out());
                case TrustEvent.ItemMarkedSensitive e -> mark(r, e);
                case TrustEvent.SensitiveMarkLifted e ->
                    jdbc.update(
                            "delete from marked_item where place = ? and person = ? and item = ?",
                            place.value(),
                            r.subject().id(),
                            e.item());
                case TrustEvent.TrustRefused e -> {}
                case TrustEvent.GlassBroken e -> throw stray(r);
                case TrustEvent.GlassReviewed e -> throw stray(r);
                case TrustEvent.SharingAgreed e -> throw stray(r);
                case TrustEvent.SharingEnded e -> throw stray(r);
                case TrustEvent.AccessWithdrawn e -> throw stray(r);
                case TrustEvent.AccessGivenBack e -> throw stray(r);
                case TrustEvent.RecordsErased e -> throw stray(r);
            }
        }

        private void mark(Recorded<Event> r, TrustEvent.ItemMarkedSensitive e) {
            jdbc.update(
                    "insert into marked_item (place, person, item, reason, by_name, by_role, organisation, marked_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (place, person, item) do nothing",
                    place.value(),
                    r.subject().id(),
                    e.item(),
                    e.reason(),
                    r.by().name(),
                    r.by().role(),
                    r.by().organisation(),
                    r.occurredAt().atOffset(ZoneOffset.UTC));
        }

        private void put(Recorded<Event> r, String column, Object value) {
            jdbc.update(
                    "insert into consent (place, person, version, sharing, opted_out) values (?, ?, ?, 'SHARED', false)"
                            + " on conflict (place, person) do nothing",
                    place.value(),
                    r.subject().id(),
                    r.sequence());
            jdbc.update(
                    "update consent set version = ?, " + column + " = ? where place = ? and person = ?",
                    r.sequence(),
                    value,
                    place.value(),
                    r.subject().id());
        }
    }

    /** Whose access was withdrawn. */
    @Component
    public static final class OfAccounts implements Projecting {

        private final JdbcTemplate jdbc;
        private final PlaceKey place;

        public OfAccounts(JdbcTemplate jdbc, PlaceKey place) {
            this.jdbc = jdbc;
            this.place = place;
        }

        @Override
        public Subject.Kind kind() {
            return Subject.Kind.ACCOUNT;
        }

        @Override
        public List<String> tables() {
            return List.of("account_withdrawn");
        }

        @Override
        public void write(Recorded<Event> r) {
            switch ((TrustEvent) r.event()) {
                case TrustEvent.AccessWithdrawn e -> put(r, true, e.organisation(), e.reason());
                case TrustEvent.AccessGivenBack e -> put(r, false, "", e.reason());
                case TrustEvent.TrustRefused e -> {}
                case TrustEvent.GlassBroken e -> throw stray(r);
                case TrustEvent.GlassReviewed e -> throw stray(r);
                case TrustEvent.SharingAgreed e -> throw stray(r);
                case TrustEvent.SharingEnded e -> throw stray(r);
                case TrustEvent.SharingChosen e -> throw stray(r);
                case TrustEvent.NationalOptOutTold e -> throw stray(r);
                case TrustEvent.ItemMarkedSensitive e -> throw stray(r);
                case TrustEvent.SensitiveMarkLifted e -> throw stray(r);
                case TrustEvent.RecordsErased e -> throw stray(r);
            }
        }

        /** An organisation that was told once stands. */
        private void put(Recorded<Event> r, boolean withdrawn, String organisation, String reason) {
            jdbc.update(
                    """
                    insert into account_withdrawn (place, user_id, version, withdrawn, organisation, reason, by_name, at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (place, user_id) do update set version = excluded.version,
                        withdrawn = excluded.withdrawn, reason = excluded.reason, by_name = excluded.by_name,
                        at = excluded.at
                    """,
                    place.value(),
                    r.subject().id(),
                    r.sequence(),
                    withdrawn,
                    organisation,
                    reason,
                    r.by().name(),
                    r.occurredAt().atOffset(ZoneOffset.UTC));
        }
    }

    /** Erasures have no table: the journal alone tells of them. */
    @Component
    public static final class OfErasures implements Projecting {

        @Override
        public Subject.Kind kind() {
            return Subject.Kind.ERASURE;
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void write(Recorded<Event> r) {}
    }

    private static IllegalStateException stray(Recorded<Event> r) {
        return new IllegalStateException("(" + r.event().type() + ") is no event of " + r.subject());
    }
}
