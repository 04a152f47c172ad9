/** Forecasts of a real series, made week by week with what was known then, beside other methods. */
@NullMarked
package uk.homeward.bench.backtest;

import org.jspecify.annotations.NullMarked;
