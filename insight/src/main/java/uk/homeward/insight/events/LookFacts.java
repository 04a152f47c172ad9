package uk.homeward.insight.events;

import java.time.Instant;

/**
 * One look into a person's record.
 *
 * @param number unique in the place
 * @param person the person's id; published as a pseudonym
 * @param what what was opened, in plain words
 * @param reasonGiven true where the record opened only for a reason
 */
public record LookFacts(
        long number, String person, Instant at, String role, String organisation, String what, boolean reasonGiven) {}
