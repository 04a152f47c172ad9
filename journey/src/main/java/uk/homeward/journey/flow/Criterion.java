package uk.homeward.journey.flow;

/**
 * One reason for which a person needs an acute bed.
 *
 * @param id the code that rounds record
 * @param words what it means, for people
 */
public record Criterion(String id, String title, String words, String source) {}
