package uk.homeward.server.person;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.homeward.journey.journeys.Story;

/** The questions of the story that the rules understand, as they are put to people. */
public final class StoryQuestions {

    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put(Story.WALKS, "Can the person walk, with or without an aid?");
        TITLES.put(Story.TOILET, "Does the person manage the toilet by themselves?");
        TITLES.put(Story.THERAPIST_VIEW, "Does a therapist hold going home to be possible?");
        TITLES.put(Story.BEFORE, "How independent was the person before this?");
    }

    private StoryQuestions() {}

    /** Every question with its words, in the order in which they are asked. */
    public static Map<String, String> titles() {
        return java.util.Collections.unmodifiableMap(TITLES);
    }

    /** The words of a question; other questions are shown by their own name. */
    public static String title(String question) {
        return TITLES.getOrDefault(question, Plain.title(question));
    }
}
