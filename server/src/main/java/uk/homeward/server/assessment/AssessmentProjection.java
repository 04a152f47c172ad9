package uk.homeward.server.assessment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.AssessmentEvent.Asking;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes assessments as they stand, with who may rely on them and what was challenged. */
@Component
public final class AssessmentProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public AssessmentProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.ASSESSMENT;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment", "assessment_trust", "assessment_challenge");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((AssessmentEvent) r.event()) {
            case AssessmentEvent.AssessmentBegun e -> begun(r, e);
            case AssessmentEvent.QuestionsAsked e -> asked(r, e.asked());
            case AssessmentEvent.AssessmentCompleted e -> completed(r, e);
            case AssessmentEvent.AssessmentReliedOn e ->
                update(
                        "update assessment_trust set relied_at = ? where place = ? and assessment = ?"
                                + " and organisation = ? and agreement = ?",
                        at(r.occurredAt()),
                        place.value(),
                        id(r),
                        e.organisation(),
                        e.agreement());
            case AssessmentEvent.AssessmentChallenged e -> challenged(r, e);
            case AssessmentEvent.ChallengeAnswered e -> answered(r, e);
            case AssessmentEvent.AssessmentWithdrawn e -> state(r, "WITHDRAWN", e.reason());
            case AssessmentEvent.AssessmentRefused e -> {} // kept in the journal only
        }
        update("update assessment set version = ? where place = ? and id = ?", r.sequence(), place.value(), id(r));
    }

    private void begun(Recorded<Event> r, AssessmentEvent.AssessmentBegun e) {
        update(
                """
                insert into assessment (place, id, version, person, form, state, organisation, by_user, by_name, by_role,
                    begun_at, again, asked_new, asked_outdated, asked_again, answers, result, note)
                values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, '', '')
                """,
                place.value(),
                id(r),
                r.sequence(),
                e.person(),
                e.form(),
                r.by().organisation(),
                r.by().user(),
                r.by().name(),
                r.by().role(),
                at(r.occurredAt()),
                e.again());
    }

    private void asked(Recorded<Event> r, List<AssessmentEvent.Asked> asked) {
        update(
                """
                update assessment set asked_new = asked_new + ?, asked_outdated = asked_outdated + ?,
                    asked_again = asked_again + ? where place = ? and id = ?
                """,
                count(asked, Asking.NEW),
                count(asked, Asking.OUTDATED),
                count(asked, Asking.AGAIN),
                place.value(),
                id(r));
    }

    private static int count(List<AssessmentEvent.Asked> asked, Asking how) {
        return (int) asked.stream().filter(a -> a.how() == how).count();
    }

    private void completed(Recorded<Event> r, AssessmentEvent.AssessmentCompleted e) {
        update("""
            update assessment set state = 'COMPLETE', completed_at = ?, answers = ?, result = ?, valid_until = ?
            where place = ? and id = ?
            """, at(r.occurredAt()), e.answers().size(), e.result(), e.validUntil(), place.value(), id(r));
        e.trusted()
                .forEach(t -> update(
                        "insert into assessment_trust (place, assessment, organisation, agreement, until)"
                                + " values (?, ?, ?, ?, ?)",
                        place.value(),
                        id(r),
                        t.organisation(),
                        t.agreement(),
                        t.until()));
    }

    private void challenged(Recorded<Event> r, AssessmentEvent.AssessmentChallenged e) {
        state(r, "CHALLENGED", e.reason());
        update(
                """
                insert into assessment_challenge (place, assessment, number, person, organisation, by_name, questions,
                    reason, at, words)
                select place, id, ?, person, ?, ?, ?, ?, ?, '' from assessment where place = ? and id = ?
                """,
                r.sequence(),
                e.organisation(),
                r.by().name(),
                e.questions().toArray(String[]::new),
                e.reason(),
                at(r.occurredAt()),
                place.value(),
                id(r));
    }

    private void answered(Recorded<Event> r, AssessmentEvent.ChallengeAnswered e) {
        state(r, e.upheld() ? "FLAWED" : "COMPLETE", e.words());
        update("""
            update assessment_challenge set answered_at = ?, upheld = ?, words = ?
            where place = ? and assessment = ? and answered_at is null
            """, at(r.occurredAt()), e.upheld(), e.words(), place.value(), id(r));
    }

    private void state(Recorded<Event> r, String state, String note) {
        update(
                "update assessment set state = ?, note = ? where place = ? and id = ?",
                state,
                note,
                place.value(),
                id(r));
    }

    private void update(String sql, @Nullable Object... values) {
        jdbc.update(sql, values);
    }

    private static String id(Recorded<Event> r) {
        return r.subject().id();
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
