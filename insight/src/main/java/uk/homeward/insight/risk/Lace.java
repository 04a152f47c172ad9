package uk.homeward.insight.risk;

import java.util.List;

/**
 * LACE: the risk of death or unplanned readmission within 30 days of discharge, from Length of stay, Acuity of admission,
 * Comorbidity (Charlson) and Emergency visits in the six months before; 0 to 19.
 *
 * <p>Source: van Walraven C and others. CMAJ 2010;182:551-7.
 *
 * @param days length of stay, zero or more
 * @param acute whether the admission was an emergency
 * @param charlson the Charlson index, zero or more
 * @param emergencyVisits to an emergency department in the six months before, this one not counted
 */
public record Lace(int days, boolean acute, int charlson, int emergencyVisits) {

    /** From this score on, readmission is taken to be likely. */
    public static final int HIGH_FROM = 10;

    private static final int POINTS_FOR_ACUTE = 3;
    private static final int POINTS_FOR_MUCH_COMORBIDITY = 5;
    private static final int MUCH_COMORBIDITY_FROM = 4;
    private static final int MOST_POINTS_FOR_VISITS = 4;

    public Lace {
        refuseNegative("length of stay", days);
        refuseNegative("Charlson index", charlson);
        refuseNegative("number of emergency visits", emergencyVisits);
    }

    private static void refuseNegative(String what, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "The " + what + " is (" + value + "). Maybe: discharge and admission were swapped.");
        }
    }

    public int score() {
        return forLength() + forAcuity() + forComorbidity() + forVisits();
    }

    public boolean high() {
        return score() >= HIGH_FROM;
    }

    public List<Reason> why() {
        return List.of(
                new Reason("a stay of " + days + " days", forLength()),
                new Reason(acute ? "an emergency admission" : "a planned admission", forAcuity()),
                new Reason("a Charlson index of " + charlson, forComorbidity()),
                new Reason(emergencyVisits + " emergency visits in the six months before", forVisits()));
    }

    private int forLength() {
        if (days < 4) {
            return days;
        }
        if (days < 7) {
            return 4;
        }
        return days < 14 ? 5 : 7;
    }

    private int forAcuity() {
        return acute ? POINTS_FOR_ACUTE : 0;
    }

    private int forComorbidity() {
        return charlson < MUCH_COMORBIDITY_FROM ? charlson : POINTS_FOR_MUCH_COMORBIDITY;
    }

    private int forVisits() {
        return Math.min(emergencyVisits, MOST_POINTS_FOR_VISITS);
    }
}
