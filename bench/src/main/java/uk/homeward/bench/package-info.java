/** Benchmarks, side by side with what a user would pick instead. */
@NullMarked
package uk.homeward.bench;

import org.jspecify.annotations.NullMarked;
