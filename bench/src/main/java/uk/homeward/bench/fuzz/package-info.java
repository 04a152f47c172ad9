/** Generative fuzzing of every parser that reads what others send. */
@NullMarked
package uk.homeward.bench.fuzz;

import org.jspecify.annotations.NullMarked;
