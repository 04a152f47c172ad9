package uk.homeward.server.planning;

import java.time.Instant;

/**
 * A line of "who could move first".
 *
 * @param journey empty for those who may not see it
 * @param name empty for those who may not see it
 */
public record MoverLine(String journey, String name, String pool, String what, String locality, Instant since) {}
