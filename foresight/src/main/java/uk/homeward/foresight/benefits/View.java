package uk.homeward.foresight.benefits;

/**
 * Two ways to count. {@link #PROGRAMME}: the yearly worth of the improvement reached, a leading indicator that must not
 * be used for accounts. {@link #CASH}: what is no longer spent in the period.
 */
public enum View {
    PROGRAMME,
    CASH
}
