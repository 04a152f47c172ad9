package uk.homeward.foresight.benefits;

/**
 * When an improvement becomes cash.
 *
 * <p>An avoided hospital day is not paid for from the day it is avoided. A care package that was arranged before the
 * programme runs on until it ends, so that better outcomes show in the accounts only as older packages end.
 */
public sealed interface CashTiming {

    /** The share of the full cash effect in each month, from the share of the full improvement in each month. */
    double[] cash(double[] improvement);

    /** The same timing when everything takes {@code times} as long. */
    CashTiming slowed(double times);

    /** Cash comes with the improvement. */
    record AtOnce() implements CashTiming {

        @Override
        public double[] cash(double[] improvement) {
            return improvement.clone();
        }

        @Override
        public CashTiming slowed(double times) {
            return this;
        }
    }

    /**
     * Cash follows the care packages. Packages last between nothing and {@code longestMonths}, each length as likely as
     * any other; in a steady caseload the share that is older than {@code a} months is then {@code (1 - a/longest)^2},
     * and the improved share of the caseload is the improvement among new packages weighted by
     * {@code 2/longest x (1 - a/longest)} over the months {@code a} since they started (renewal theory).
     */
    record AsOlderPackagesEnd(double longestMonths) implements CashTiming {

        public AsOlderPackagesEnd {
            if (!(longestMonths > 0) || !Double.isFinite(longestMonths)) {
                throw new IllegalArgumentException("the longest package cannot last (" + longestMonths
                        + ") months. Maybe: write a number of months above 0");
            }
        }

        @Override
        public double[] cash(double[] improvement) {
            double[] cash = new double[improvement.length];
            for (int month = 0; month < cash.length; month++) {
                for (int since = 0; since <= month; since++) {
                    cash[month] += improvement[month - since] * weight(since);
                }
            }
            return cash;
        }

        @Override
        public CashTiming slowed(double times) {
            return new AsOlderPackagesEnd(longestMonths * times);
        }

        /** The share of the caseload of one month that started {@code since} months before, both months averaged. */
        private double weight(int since) {
            return twiceIntegrated(since + 1.0) - 2 * twiceIntegrated(since) + twiceIntegrated(since - 1.0);
        }

        private double twiceIntegrated(double months) {
            if (months <= 0) {
                return 0;
            }
            double left = Math.max(0, 1 - months / longestMonths);
            return months - longestMonths / 3 * (1 - left * left * left);
        }
    }
}
