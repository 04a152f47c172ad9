package uk.homeward.journey.event;

import java.util.List;
import java.util.Map;

/** What is told of one case review: which cases, what reviewers found, and its end. */
public sealed interface ReviewEvent extends Event {

    /** What reviewers are asked about each case. */
    record Question(String id, String title) {}

    /**
     * One case.
     *
     * @param id how reviewers call it, such as {@code c07}
     * @param kind {@code journey}, {@code stay}, or {@code told} where its story is {@code summary}
     * @param subject the journey's or stay's id; empty where it was told
     * @param setting where the person was
     * @param summary what reviewers read of a case that was told; without names
     */
    record Case(String id, String kind, String subject, String setting, String summary) {}

    /**
     * A review begins.
     *
     * @param drawn from which cases, how many of them and with which seed, in plain words
     */
    record CaseReviewOpened(String title, String drawn, List<Question> questions, List<Case> cases)
            implements ReviewEvent {

        public CaseReviewOpened {
            questions = List.copyOf(questions);
            cases = List.copyOf(cases);
        }
    }

    /**
     * A reviewer answered all questions about a case; takes the place of what they answered before.
     *
     * @param answers by question: yes, no or unsure
     * @param idealSetting where the person should have been; empty if nothing was said
     * @param delayCause what held the person up; empty if nothing was said
     */
    record CaseReviewed(
            String caseId,
            String reviewer,
            String profession,
            Map<String, String> answers,
            String idealSetting,
            String delayCause,
            String note)
            implements ReviewEvent {

        public CaseReviewed {
            answers = Map.copyOf(answers);
        }
    }

    /** Nobody answers any more, and everybody may see what was found. */
    record CaseReviewClosed() implements ReviewEvent {}

    /** Something was asked of a review and not done. */
    record CaseReviewRefused(String code, String why) implements ReviewEvent, Refusal {}
}
