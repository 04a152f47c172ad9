package uk.homeward.journey.assessment;

/**
 * One answer that somebody gives.
 *
 * @param sure {@code certain}, {@code likely} or {@code unsure}
 * @param why why it was asked although it was known; blank where it was not
 */
public record Given(String question, String answer, String sure, String why) {}
