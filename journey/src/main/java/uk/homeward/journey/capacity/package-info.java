/** What is free: units, their beds and hours, and the holds that keep a place for one person. */
@NullMarked
package uk.homeward.journey.capacity;

import org.jspecify.annotations.NullMarked;
