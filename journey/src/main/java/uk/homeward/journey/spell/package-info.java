/** Hospital stays (spells), read from what hospitals tell in any order. */
@NullMarked
package uk.homeward.journey.spell;

import org.jspecify.annotations.NullMarked;
