package uk.homeward.foresight.calibration;

import java.time.LocalDateTime;
import uk.homeward.journey.event.JourneyEvent;

/**
 * Something that happened on a journey.
 *
 * @param journey names the journey
 * @param at local time at which it happened
 */
public record LivedEvent(String journey, LocalDateTime at, JourneyEvent event) {}
