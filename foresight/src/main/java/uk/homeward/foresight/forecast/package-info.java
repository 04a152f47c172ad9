/**
 * The next days of a place from where it stands now: whole distributions for pools and clocks, what one more place would
 * buy, and the scores of forecasts against what came.
 */
@NullMarked
package uk.homeward.foresight.forecast;

import org.jspecify.annotations.NullMarked;
