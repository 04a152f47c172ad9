package uk.homeward.foresight.demand;

/** What an assumption acts on. */
public sealed interface Effect {

    /** Admissions grow beyond demography by this share each year, compounded. */
    record Growth() implements Effect {}

    /** This share of admissions of people of at least {@code fromAge} is avoided by the horizon, growing evenly. */
    record AvoidedAdmissions(int fromAge) implements Effect {}

    /** Stays of people of at least {@code fromAge} are shorter by this share by the horizon, growing evenly. */
    record ShorterStays(int fromAge) implements Effect {}

    /**
     * By the horizon people of at least {@code fromAge} need care as people so many years younger do today, growing
     * evenly: the health-status adjustment.
     */
    record HealthierYears(int fromAge) implements Effect {}
}
