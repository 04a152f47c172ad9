/** How fast measures are over ten years of a whole place, beside PostgreSQL. */
@NullMarked
package uk.homeward.bench.measures;

import org.jspecify.annotations.NullMarked;
