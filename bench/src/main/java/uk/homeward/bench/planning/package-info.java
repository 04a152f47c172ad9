/** How long a planner waits: a year of the whole place, and the ten days from the people who stand in it. */
@NullMarked
package uk.homeward.bench.planning;

import org.jspecify.annotations.NullMarked;
