package uk.homeward.server.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.opportunity.Review;
import uk.homeward.foresight.opportunity.ReviewRules;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.ReviewEvent;
import uk.homeward.journey.event.ReviewEvent.CaseReviewClosed;
import uk.homeward.journey.event.ReviewEvent.CaseReviewOpened;
import uk.homeward.journey.event.ReviewEvent.CaseReviewRefused;
import uk.homeward.journey.event.ReviewEvent.CaseReviewed;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** Case reviews: opened, answered and closed by the ledger; listed from its projection. */
@Component
public class Reviews {

    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    Reviews(Ledger ledger, JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** What became of opening a review: its id, or why it was refused. */
    public record Opened(String id, @Nullable String refused) {}

    /** Opens a review; with answers that were given elsewhere it is closed at once. */
    public Opened open(CaseReviewOpened review, List<CaseReviewed> told, Actor by) {
        String id = UUID.randomUUID().toString();
        Optional<CaseReviewRefused> refusal = ReviewRules.mayOpen(review);
        List<ReviewEvent> events = new java.util.ArrayList<>(List.of(review));
        events.addAll(told);
        if (!told.isEmpty()) {
            events.add(new CaseReviewClosed());
        }
        Entry entry = ledger.tell(
                Subject.review(id),
                time.instant(),
                by,
                null,
                before -> refusal.<Verdict>map(Verdict.Refused::new).orElseGet(() -> new Verdict.Done(events)));
        return new Opened(id, why(entry));
    }

    /** Null if it was done, else why not. */
    public @Nullable String answer(String id, CaseReviewed answer, Actor by) {
        return tell(id, by, review -> ReviewRules.mayAnswer(review, answer), answer);
    }

    /** Null if it was done, else why not. */
    @Nullable
    String close(String id, Actor by) {
        return tell(id, by, ReviewRules::mayClose, new CaseReviewClosed());
    }

    private @Nullable String tell(
            String id, Actor by, Function<Review, Optional<CaseReviewRefused>> rule, Event event) {
        return why(ledger.tell(Subject.review(id), time.instant(), by, null, before -> {
            Optional<CaseReviewRefused> refusal = Review.of(before)
                    .map(rule)
                    .orElseGet(() -> Optional.of(new CaseReviewRefused("no-review", "There is no such review.")));
            return refusal.<Verdict>map(Verdict.Refused::new).orElseGet(() -> Verdict.done(event));
        }));
    }

    private static @Nullable String why(Entry entry) {
        return switch (entry) {
            case Entry.Done done -> null;
            case Entry.Refused refused -> refused.why();
        };
    }

    Optional<Review> find(String id) {
        return Review.of(ledger.history(Subject.review(id)));
    }

    /** Those with cases, the newest first; how many of them this reviewer has answered. */
    List<ReviewLine> list(String reviewer) {
        return jdbc.query(
                """
                select r.id, r.title, r.opened_at, r.opened_by, r.cases, r.closed_at,
                    count(distinct a.reviewer) as reviewers, count(distinct a.profession) as professions,
                    count(*) filter (where a.reviewer = ?) as own
                from case_review r left join case_review_answer a on a.place = r.place and a.review = r.id
                where r.place = ?
                group by r.place, r.id order by r.opened_at desc, r.id limit 200
                """,
                (row, n) -> new ReviewLine(
                        row.getString("id"),
                        row.getString("title"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getString("opened_by"),
                        row.getInt("cases"),
                        instant(row.getObject("closed_at", OffsetDateTime.class)),
                        row.getInt("reviewers"),
                        row.getInt("professions"),
                        row.getInt("own")),
                reviewer,
                place.value());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
