/**
 * The record of one person on one page: what was decided, alerts, problems, medicines, results, who cares, what is running;
 * from whichever system it came, with its source and age, and where sources contradict each other.
 */
@NullMarked
package uk.homeward.server.record;

import org.jspecify.annotations.NullMarked;
