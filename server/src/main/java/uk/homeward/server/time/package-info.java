/** The place's time: the real one in production, a faster one in the demo. Nothing else asks the machine. */
@NullMarked
package uk.homeward.server.time;

import org.jspecify.annotations.NullMarked;
