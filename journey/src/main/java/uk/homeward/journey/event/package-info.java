/**
 * Events: facts that happened and were told to us. Records in the past tense, self-contained, never changed; a mistake is
 * mended by a later event. Everything that is known of a person, a journey, a hospital spell or a pool is the fold of its
 * events.
 */
@NullMarked
package uk.homeward.journey.event;

import org.jspecify.annotations.NullMarked;
