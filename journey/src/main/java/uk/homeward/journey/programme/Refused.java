package uk.homeward.journey.programme;

/**
 * A rule's "no".
 *
 * @param code a stable name of the rule
 * @param why why, in plain words, and what to do
 */
public record Refused(String code, String why) {}
