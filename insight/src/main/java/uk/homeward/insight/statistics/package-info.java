/** Rates, ratios, life expectancy, inequality, comparison and disclosure control; control charts live in {@code chart}. */
@NullMarked
package uk.homeward.insight.statistics;

import org.jspecify.annotations.NullMarked;
