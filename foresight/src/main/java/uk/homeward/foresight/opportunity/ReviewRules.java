package uk.homeward.foresight.opportunity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.journey.event.ReviewEvent.CaseReviewOpened;
import uk.homeward.journey.event.ReviewEvent.CaseReviewRefused;
import uk.homeward.journey.event.ReviewEvent.CaseReviewed;
import uk.homeward.journey.event.ReviewEvent.Question;

/** What a case review allows; a refusal says why and what to do. */
public final class ReviewRules {

    private static final int MOST_CASES = 1_000;

    private ReviewRules() {}

    public static Optional<CaseReviewRefused> mayOpen(CaseReviewOpened review) {
        Set<String> ids = new HashSet<>();
        if (review.title().isBlank()) {
            return refused("no-title", "A review needs a name, so that its reviewers find it.");
        } else if (review.questions().isEmpty()) {
            return refused("no-question", "Choose at least one question.");
        } else if (review.cases().isEmpty()) {
            return refused("no-case", "No case fits. Choose a longer time or another kind of case, or load a file.");
        } else if (review.cases().size() > MOST_CASES) {
            return refused("too-many-cases", "A review holds at most 1,000 cases. Draw fewer.");
        } else if (!review.cases().stream().map(Case::id).allMatch(ids::add)) {
            return refused("case-twice", "A case stands in the list twice. Give each a name of its own.");
        }
        return Optional.empty();
    }

    public static Optional<CaseReviewRefused> mayAnswer(Review review, CaseReviewed answer) {
        List<String> asked =
                review.opened().questions().stream().map(Question::id).toList();
        if (review.isClosed()) {
            return refused("closed", "This review is closed. Its answers no longer change.");
        } else if (review.find(answer.caseId()).isEmpty()) {
            return refused("no-such-case", "The review has no case of this name.");
        } else if (answer.profession().isBlank()) {
            return refused("no-profession", "Say your profession: reviews compare how professions see the same case.");
        } else if (!asked.stream()
                .allMatch(
                        q -> Review.answer(answer.answers().getOrDefault(q, "")).isPresent())) {
            return refused("not-answered", "Answer every question: yes, no or unsure.");
        }
        return Optional.empty();
    }

    public static Optional<CaseReviewRefused> mayClose(Review review) {
        if (review.isClosed()) {
            return refused("closed", "This review is closed already.");
        } else if (review.reviewers().isEmpty()) {
            return refused("nobody-answered", "Nobody has answered yet. Close it once cases were reviewed.");
        }
        return Optional.empty();
    }

    private static Optional<CaseReviewRefused> refused(String code, String why) {
        return Optional.of(new CaseReviewRefused(code, why));
    }
}
