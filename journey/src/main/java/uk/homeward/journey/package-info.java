/** The domain of Homeward: places, pathways, journeys, events, clocks, pools. Plain Java, no framework. */
@NullMarked
package uk.homeward.journey;

import org.jspecify.annotations.NullMarked;
