package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An expected date of discharge as somebody set it.
 *
 * @param reason why it was changed; empty for the first
 */
public record Expected(LocalDate day, String reason, String by, Instant setAt) {}
