/**
 * A stay on its way out of hospital: expected date, criteria to reside, need, what is waited for, and how long a person
 * who was ready stayed on. A {@link uk.homeward.journey.flow.Flow} is the fold of what staff say of a stay; the engine of
 * the discharge-ready date, SAFER, red and green days, and the national returns are pure functions of it.
 */
@NullMarked
package uk.homeward.journey.flow;

import org.jspecify.annotations.NullMarked;
