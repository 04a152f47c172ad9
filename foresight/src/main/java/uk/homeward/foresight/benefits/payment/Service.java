package uk.homeward.foresight.benefits.payment;

/**
 * One service under one way of payment.
 *
 * @param plannedCost what the planned activity costs
 * @param fixedShare the share of the planned cost that does not move with activity, 0 to 1
 */
public record Service(
        String title,
        double plannedActivity,
        double plannedCost,
        double fixedShare,
        double actualActivity,
        Bucket bucket) {

    public Service {
        if (!(plannedActivity > 0) || !(plannedCost >= 0) || !(fixedShare >= 0 && fixedShare <= 1)) {
            throw new IllegalArgumentException("the plan of '" + title + "' cannot be: activity (" + plannedActivity
                    + "), cost (" + plannedCost + "), fixed share (" + fixedShare
                    + "). Maybe: activity above 0, cost not below 0, fixed share 0 to 1");
        }
    }

    /** Actual over planned activity. */
    public double volume() {
        return actualActivity / plannedActivity;
    }

    public double actualCost() {
        return plannedCost * (fixedShare + (1 - fixedShare) * volume());
    }
}
