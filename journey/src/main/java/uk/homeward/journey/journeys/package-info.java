/**
 * Journeys: one person's way along a pathway, read from its events and changed by commands.
 *
 * <p>A command is checked against named rules and answered with events, or with a refusal that says why. Nothing here
 * knows the time of the machine: moments are handed in.
 */
@NullMarked
package uk.homeward.journey.journeys;

import org.jspecify.annotations.NullMarked;
