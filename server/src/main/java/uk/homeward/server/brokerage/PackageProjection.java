package uk.homeward.server.brokerage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes what an event changes in packages and their elements. */
@Component
public class PackageProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public PackageProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.PACKAGE;
    }

    @Override
    public List<String> tables() {
        return List.of("package", "package_element");
    }

    @Override
    public void write(Recorded<Event> r) {
        String id = r.subject().id();
        OffsetDateTime at = at(r.occurredAt());
        switch ((PackageEvent) r.event()) {
            case PackageEvent.PackageOpened e -> opened(id, at, e);
            case PackageEvent.ElementAdded e -> added(id, e);
            case PackageEvent.ElementApproved e -> element(id, e.element(), "state = 'GIVEN', waits_for = ''");
            case PackageEvent.ElementNotApproved e ->
                element(id, e.element(), "state = 'NOT_APPROVED', waits_for = '', reason = ?", e.reason());
            case PackageEvent.ElementChanged e ->
                element(
                        id,
                        e.element(),
                        "hours = ?, price = ?, weekly = ?, shares = ?, waits_for = ?,"
                                + " state = case when ? = '' then state else 'WAITS' end",
                        e.hoursAWeek(),
                        e.price(),
                        e.weekly(),
                        shares(e.shares()),
                        e.waitsFor(),
                        e.waitsFor());
            case PackageEvent.ElementPaused e ->
                element(
                        id,
                        e.element(),
                        "state = 'PAUSED', reason = ?, wants_to_return = ?, paused_from = ?",
                        e.reason().name(),
                        e.wantsToReturn(),
                        e.from());
            case PackageEvent.ElementResumed e ->
                element(id, e.element(), "state = 'GIVEN', reason = '', wants_to_return = false, paused_from = null");
            case PackageEvent.ElementEnded e ->
                element(
                        id,
                        e.element(),
                        "state = 'ENDED', reason = ?, waits_for = '', ended_on = ?",
                        e.reason().name(),
                        e.on());
            case PackageEvent.PackageReviewed e -> set(id, "next_review = ?", e.next());
            case PackageEvent.BudgetOffered e ->
                set(id, "budget = ?", e.answer().name());
            case PackageEvent.ContinuingCareAsked e ->
                set(
                        id,
                        "cc_state = 'ASKED', cc_fast_track = ?, cc_contact = ?, cc_asked_at = ?, cc_decided_at = null,"
                                + " cc_explained_at = null, cc_acknowledged_at = null",
                        e.fastTrack(),
                        e.contact() + ", " + e.phone(),
                        at);
            case PackageEvent.ContinuingCareDecided e ->
                set(
                        id,
                        "cc_state = ?, cc_decided_at = ?, cc_explained_at = null, cc_acknowledged_at = null",
                        e.eligible() ? "ELIGIBLE" : "NOT_ELIGIBLE",
                        at);
            case PackageEvent.DecisionExplained e -> set(id, "cc_explained_at = ?", at);
            case PackageEvent.DecisionAcknowledged e -> set(id, "cc_acknowledged_at = ?", at);
            case PackageEvent.DecisionReviewAsked e -> set(id, "cc_state = 'UNDER_REVIEW'");
            case PackageEvent.DecisionReviewed e -> set(id, "cc_state = ?", e.changed() ? "CHANGED" : "CONFIRMED");
            case PackageEvent.PackageRefused e -> {}
        }
        jdbc.update("""
                update package set version = ?, weekly = coalesce((select sum(weekly) from package_element e
                    where e.place = package.place and e.package = package.id and e.state not in ('ENDED', 'NOT_APPROVED')), 0)
                where place = ? and id = ?
                """, r.sequence(), place.value(), id);
    }

    private void opened(String id, OffsetDateTime at, PackageEvent.PackageOpened e) {
        jdbc.update("""
                insert into package (place, id, version, person, locality, search, contact, opened_at, weekly, budget, cc_state,
                    cc_fast_track, cc_contact)
                values (?, ?, 1, ?, ?, ?, ?, ?, 0, '', '', false, '')
                """, place.value(), id, e.person(), e.locality(), e.search(), e.contact(), at);
    }

    private void added(String id, PackageEvent.ElementAdded e) {
        jdbc.update(
                """
                insert into package_element (place, package, element, kind, provider, what, hours, price, per, weekly, shares,
                    from_day, state, waits_for, reason, wants_to_return)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', false)
                """,
                place.value(),
                id,
                e.element(),
                e.kind().name(),
                e.provider(),
                e.what(),
                e.hoursAWeek(),
                e.price(),
                e.per().name(),
                e.weekly(),
                shares(e.shares()),
                e.from(),
                e.waitsFor().isEmpty() ? "GIVEN" : "WAITS",
                e.waitsFor());
        jdbc.update(
                "update package set next_review = least(coalesce(next_review, ?), ?) where place = ? and id = ?",
                e.review(),
                e.review(),
                place.value(),
                id);
    }

    private static String shares(List<Share> shares) {
        return shares.stream()
                .map(share -> share.funder() + " " + share.percent())
                .collect(Collectors.joining(","));
    }

    /** {@code columns} is never anybody's input. */
    private void set(String id, String columns, Object... values) {
        jdbc.update("update package set " + columns + " where place = ? and id = ?", with(values, place.value(), id));
    }

    private void element(String id, String element, String columns, Object... values) {
        jdbc.update(
                "update package_element set " + columns + " where place = ? and package = ? and element = ?",
                with(values, place.value(), id, element));
    }

    private static Object[] with(Object[] values, Object... keys) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + keys.length);
        System.arraycopy(keys, 0, all, values.length, keys.length);
        return all;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
