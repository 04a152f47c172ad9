/** Whether forecasts are what they claim. */
@NullMarked
package uk.homeward.foresight.forecast;

import org.jspecify.annotations.NullMarked;
