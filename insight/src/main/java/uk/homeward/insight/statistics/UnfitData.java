package uk.homeward.insight.statistics;

/** Data from which a statistic must not be computed. The message names the thing, its (value), and how to mend it. */
public final class UnfitData extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public UnfitData(String problem, String maybe) {
        super(problem + " Maybe: " + maybe);
    }
}
