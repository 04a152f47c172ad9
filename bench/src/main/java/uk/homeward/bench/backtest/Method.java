package uk.homeward.bench.backtest;

/** A way to forecast: percentiles 5, 10, ... 95 of the value so many steps ahead, from what is known. */
interface Method {

    double[] of(double[] history, int ahead);
}
