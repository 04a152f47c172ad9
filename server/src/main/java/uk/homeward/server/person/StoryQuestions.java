package uk.homeward.server.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.journeys.Story;

/** The questions of the story that the rules understand, as they are put to people, with the answers offered. */
public final class StoryQuestions {

    private static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final Map<String, Question> QUESTIONS = new LinkedHashMap<>();

    static {
        ask(Story.WALKS, "Can the person walk, with or without an aid?", YES_OR_NO);
        ask(Story.TOILET, "Does the person manage the toilet by themselves?", YES_OR_NO);
        ask(
                Story.BEFORE,
                "How independent was the person before this?",
                List.of("independent", "needed-some-help", "needed-much-help"));
        ask(Story.ACUTE_ILLNESS, "Does a clinician find an acute illness that needs treatment now?", YES_OR_NO);
        ask(Story.THERAPIST_VIEW, "Does a therapist hold going home to be possible?", YES_OR_NO);
    }

    private StoryQuestions() {}

    /**
     * One question.
     *
     * @param answers the answers that are offered, as the rules understand them
     */
    public record Question(String key, String title, List<String> answers) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /** Every question, in the order in which they are asked. */
    public static List<Question> list() {
        return List.copyOf(QUESTIONS.values());
    }

    /** The words of every question, in the order in which they are asked. */
    public static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        QUESTIONS.forEach((key, question) -> titles.put(key, question.title()));
        return titles;
    }

    /** The words of a question; other questions are shown by their own name. */
    public static String title(String question) {
        Question known = QUESTIONS.get(question);
        return known == null ? Plain.title(question) : known.title();
    }

    private static void ask(String key, String title, List<String> answers) {
        QUESTIONS.put(key, new Question(key, title, answers));
    }
}
