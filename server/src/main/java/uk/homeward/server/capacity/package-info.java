/**
 * What is free in the place, who says so and how long ago, and the holds that keep a place for one person. {@link
 * uk.homeward.server.capacity.Holds} and {@link uk.homeward.server.capacity.UnitsNow} are its face.
 */
@NullMarked
package uk.homeward.server.capacity;

import org.jspecify.annotations.NullMarked;
