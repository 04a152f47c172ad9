@NullMarked
package uk.homeward.journey.capacity;

import org.jspecify.annotations.NullMarked;
