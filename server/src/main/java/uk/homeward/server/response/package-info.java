/**
 * Triage and response: the board ordered by what is about to be late, the page of a journey on which everything that is
 * done is told, each one's tasks, and a team's caseload. What can be done next comes from the pathway and the journey.
 */
@NullMarked
package uk.homeward.server.response;

import org.jspecify.annotations.NullMarked;
