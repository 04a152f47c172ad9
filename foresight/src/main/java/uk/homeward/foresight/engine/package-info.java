/**
 * The engine: compiles a network to flat arrays and plays it. People are rows of primitive columns, the event list is a
 * heap over {@code long} keys, statistics are integer sums of milliseconds, so that the checks on each run are exact.
 */
@NullMarked
package uk.homeward.foresight.engine;

import org.jspecify.annotations.NullMarked;
