/** Synthetic older people of a place: nobody here is real. The same seed and place always give the same people. */
@NullMarked
package uk.homeward.journey.people;

import org.jspecify.annotations.NullMarked;
