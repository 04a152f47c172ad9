package uk.homeward.foresight.pathway;

import java.time.LocalDateTime;
import uk.homeward.journey.event.JourneyEvent;

/**
 * An event of a simulated journey: the same record as real care leaves.
 *
 * @param at local time
 * @param journey names the journey within its run
 * @param person names the person; someone who comes back is the same person on another journey
 * @param route the route by which the journey was opened
 */
public record PlayedEvent(LocalDateTime at, String journey, String person, String route, JourneyEvent event) {}
