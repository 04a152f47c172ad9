/** Chance: counter-based random numbers and the distributions of durations, each with samplers and exact functions. */
@NullMarked
package uk.homeward.foresight.chance;

import org.jspecify.annotations.NullMarked;
