package uk.homeward.journey.programme;

import java.time.Instant;
import uk.homeward.journey.event.Actor;

/** What somebody said, when, and who. */
public record Said<T>(T what, Instant at, Actor by) {}
