package uk.homeward.server.review;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.ReviewEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** The list of reviews, and who has answered which case. */
@Component
public class ReviewProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public ReviewProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.REVIEW;
    }

    @Override
    public List<String> tables() {
        return List.of("case_review", "case_review_answer");
    }

    @Override
    public void write(Recorded<Event> told) {
        String id = told.subject().id();
        switch ((ReviewEvent) told.event()) {
            case ReviewEvent.CaseReviewOpened opened -> opened(id, told, opened);
            case ReviewEvent.CaseReviewed answer -> answered(id, told, answer);
            case ReviewEvent.CaseReviewClosed c ->
                jdbc.update(
                        "update case_review set closed_at = ? where place = ? and id = ?",
                        told.occurredAt().atOffset(ZoneOffset.UTC),
                        place.value(),
                        id);
            case ReviewEvent.CaseReviewRefused r -> {}
        }
        jdbc.update(
                "update case_review set version = ? where place = ? and id = ?", told.sequence(), place.value(), id);
    }

    private void opened(String id, Recorded<Event> told, ReviewEvent.CaseReviewOpened opened) {
        jdbc.update(
                "insert into case_review (place, id, version, title, opened_at, opened_by, cases)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                place.value(),
                id,
                told.sequence(),
                opened.title(),
                told.occurredAt().atOffset(ZoneOffset.UTC),
                told.by().name(),
                opened.cases().size());
    }

    private void answered(String id, Recorded<Event> told, ReviewEvent.CaseReviewed answer) {
        jdbc.update(
                """
                insert into case_review_answer (place, review, case_id, reviewer, profession, answered_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (place, review, case_id, reviewer)
                do update set profession = excluded.profession, answered_at = excluded.answered_at
                """,
                place.value(),
                id,
                answer.caseId(),
                answer.reviewer(),
                answer.profession(),
                told.occurredAt().atOffset(ZoneOffset.UTC));
    }
}
