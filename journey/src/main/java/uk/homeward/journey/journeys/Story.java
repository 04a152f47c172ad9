package uk.homeward.journey.journeys;

import java.util.Map;

/** Questions of the story that rules understand. */
public final class Story {

    /** Can the person walk, with or without an aid? */
    public static final String WALKS = "walks";
    /** Does the person manage the toilet by themselves? */
    public static final String TOILET = "toilet";
    /** What does the therapist think of going home? */
    public static final String THERAPIST_VIEW = "therapist-view-home";
    /** How independent was the person before this? */
    public static final String BEFORE = "independence-before";

    /** Does a clinician find an acute illness that needs treatment now? */
    public static final String ACUTE_ILLNESS = "acute-illness";

    private Story() {}

    static boolean saysNotAcutelyIll(Map<String, String> story) {
        return story.getOrDefault(ACUTE_ILLNESS, "").equalsIgnoreCase("no");
    }

    static boolean saysIndependentBefore(Map<String, String> story) {
        return story.getOrDefault(BEFORE, "").equalsIgnoreCase("independent");
    }

    /** True if a therapist holds home to be possible, or the person walks and manages the toilet. */
    static boolean saysHomeIsPossible(Map<String, String> story) {
        return yes(story, THERAPIST_VIEW) || (yes(story, WALKS) && yes(story, TOILET));
    }

    static String whyHome(Map<String, String> story) {
        return yes(story, THERAPIST_VIEW)
                ? "the therapist's view is that home is possible"
                : "walks, and manages the toilet by themselves";
    }

    private static boolean yes(Map<String, String> story, String question) {
        return story.getOrDefault(question, "").equalsIgnoreCase("yes");
    }
}
