/** Whether two records are of the same person: what is compared, what it weighs, and what follows, in plain words. */
@NullMarked
package uk.homeward.journey.identity;

import org.jspecify.annotations.NullMarked;
