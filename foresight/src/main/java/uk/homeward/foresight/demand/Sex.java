package uk.homeward.foresight.demand;

/** As population estimates and rates are published. */
public enum Sex {
    FEMALE,
    MALE
}
