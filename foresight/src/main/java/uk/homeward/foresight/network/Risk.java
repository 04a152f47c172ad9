package uk.homeward.foresight.network;

import uk.homeward.foresight.chance.Distribution;

/**
 * Something that may happen first: patience that ends, a person who gets worse or dies. The clock starts when the wait,
 * or the step, starts; if it rings first the person goes {@code to} another step, decision or exit.
 */
public record Risk(Distribution after, String to) {}
