/** People: who someone is, and the values that identify them. */
@NullMarked
package uk.homeward.journey.person;

import org.jspecify.annotations.NullMarked;
