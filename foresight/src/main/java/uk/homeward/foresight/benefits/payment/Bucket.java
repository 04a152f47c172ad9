package uk.homeward.foresight.benefits.payment;

/** A way of payment for one service. All amounts are in one unit of money, for one period. */
public sealed interface Bucket {

    /** What the commissioner pays. */
    double paid(Service service);

    /** The way of payment in words. */
    String words();

    /** A fixed sum: the planned cost, whatever happens. */
    record Block() implements Bucket {
        @Override
        public String words() {
            return "block";
        }

        @Override
        public double paid(Service service) {
            return service.plannedCost();
        }
    }

    /**
     * The planned cost, corrected for activity above or below plan at a share of its price; a share of 1 is full payment
     * by activity.
     */
    record CostAndVolume(double marginalShare) implements Bucket {

        public CostAndVolume {
            requireShare("marginal share", marginalShare);
        }

        @Override
        public String words() {
            return "cost and volume, " + percent(marginalShare) + " at the margin";
        }

        @Override
        public double paid(Service service) {
            return service.plannedCost() * (1 + marginalShare * (service.volume() - 1));
        }
    }

    /** The actual cost, plus the provider's share of what was saved or less its share of what was overspent. */
    record GainShare(double providerShare) implements Bucket {

        public GainShare {
            requireShare("provider's share", providerShare);
        }

        @Override
        public String words() {
            return "gain share, " + percent(providerShare) + " to the provider";
        }

        @Override
        public double paid(Service service) {
            return service.actualCost() + providerShare * (service.plannedCost() - service.actualCost());
        }
    }

    /** The planned cost less an agreed reduction; what the provider saves beyond is its own, what it misses its loss. */
    record CostReduction(double reduction) implements Bucket {

        public CostReduction {
            requireShare("reduction", reduction);
        }

        @Override
        public String words() {
            return "cost reduction of " + percent(reduction);
        }

        @Override
        public double paid(Service service) {
            return service.plannedCost() * (1 - reduction);
        }
    }

    private static String percent(double share) {
        return Math.round(share * 1000) / 10.0 + "%";
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "the " + name + " is no share (" + value + "). Maybe: write 0 to 1, such as 0.5");
        }
    }
}
