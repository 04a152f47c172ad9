package uk.homeward.insight.risk;

/**
 * One part of why a result is what it is.
 *
 * @param words what was found, for a person to read
 * @param points what it added; 0 when it was found and did not count
 */
public record Reason(String words, double points) {}
