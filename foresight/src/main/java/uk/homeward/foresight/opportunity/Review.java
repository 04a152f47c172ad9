package uk.homeward.foresight.opportunity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.ReviewEvent;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.journey.event.ReviewEvent.CaseReviewClosed;
import uk.homeward.journey.event.ReviewEvent.CaseReviewOpened;
import uk.homeward.journey.event.ReviewEvent.CaseReviewRefused;
import uk.homeward.journey.event.ReviewEvent.CaseReviewed;
import uk.homeward.journey.event.ReviewEvent.Question;

/**
 * A case review as its events tell it. Reviewers are blind to each other: until it is closed, each sees their own answers
 * alone.
 */
public final class Review {

    private final CaseReviewOpened opened;
    private final Map<List<String>, CaseReviewed> answers = new LinkedHashMap<>(); // by case and reviewer
    private boolean closed;

    private Review(CaseReviewOpened opened) {
        this.opened = opened;
    }

    /** Reads a review from its events; empty if it was never opened. */
    public static Optional<Review> of(List<Recorded<Event>> events) {
        Optional<Review> review = events.stream()
                .map(Recorded::event)
                .filter(CaseReviewOpened.class::isInstance)
                .findFirst()
                .map(e -> new Review((CaseReviewOpened) e));
        review.ifPresent(r -> events.forEach(e -> r.take(e.event())));
        return review;
    }

    private void take(Event event) {
        if (event instanceof ReviewEvent told) {
            switch (told) {
                case CaseReviewed a -> answers.put(List.of(a.caseId(), a.reviewer()), a);
                case CaseReviewClosed c -> closed = true;
                case CaseReviewOpened o -> {}
                case CaseReviewRefused r -> {}
            }
        }
    }

    public CaseReviewOpened opened() {
        return opened;
    }

    public boolean isClosed() {
        return closed;
    }

    public Optional<Case> find(String id) {
        return opened.cases().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** What this reviewer said of the case. */
    public Optional<CaseReviewed> answer(String caseId, String reviewer) {
        return Optional.ofNullable(answers.get(List.of(caseId, reviewer)));
    }

    /** The first case after {@code after} that this reviewer has not answered, else the first of all. */
    public Optional<Case> next(String reviewer, String after) {
        List<Case> open = opened.cases().stream()
                .filter(c -> answer(c.id(), reviewer).isEmpty())
                .toList();
        int from = position(after);
        return open.stream()
                .filter(c -> position(c.id()) > from)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    private int position(String id) {
        return opened.cases().stream().map(Case::id).toList().indexOf(id);
    }

    public Set<String> reviewers() {
        return answers.values().stream().map(CaseReviewed::reviewer).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> professions() {
        return answers.values().stream().map(CaseReviewed::profession).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many reviewers have answered the case. */
    public int answered(String caseId) {
        return (int)
                answers.values().stream().filter(a -> a.caseId().equals(caseId)).count();
    }

    /** All answers, one for each case, question and reviewer, in the order of the cases. */
    public CaseReview findings() {
        List<Finding> findings = new ArrayList<>();
        for (Case one : opened.cases()) {
            for (CaseReviewed a : answers.values()) {
                if (a.caseId().equals(one.id())) {
                    opened.questions().forEach(q -> finding(one, a, q).ifPresent(findings::add));
                }
            }
        }
        return new CaseReview(findings);
    }

    private static Optional<Finding> finding(Case one, CaseReviewed a, Question question) {
        return Optional.ofNullable(a.answers().get(question.id()))
                .flatMap(Review::answer)
                .map(answer -> new Finding(
                        one.id(),
                        question.id(),
                        a.reviewer(),
                        a.profession(),
                        answer,
                        one.setting(),
                        a.idealSetting(),
                        a.delayCause()));
    }

    /** An answer by its word. */
    public static Optional<Answer> answer(String word) {
        for (Answer answer : Answer.values()) {
            if (answer.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
