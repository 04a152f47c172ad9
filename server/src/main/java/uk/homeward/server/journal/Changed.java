package uk.homeward.server.journal;

import uk.homeward.journey.event.Subject;

/**
 * Published after a change has been committed: boards that show the subject should look again.
 *
 * @param at the step, decision or state at which a journey now stands; empty for other subjects
 */
public record Changed(Subject subject, String person, String at) {}
