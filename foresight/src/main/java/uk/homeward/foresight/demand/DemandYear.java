package uk.homeward.foresight.demand;

/** What one year needs: people counted, admissions, bed days and beds. */
public record DemandYear(int year, double people, double admissions, double bedDays, double beds) {

    private static final double NIGHTS = 365;

    /** Beds for a number of bed days in a year of 365 nights at an occupancy between 0 and 1. */
    public static double beds(double bedDays, double occupancy) {
        if (!(occupancy > 0 && occupancy <= 1)) {
            throw new IllegalArgumentException(
                    "the occupancy is no share (" + occupancy + "). Maybe: write it as 0.85");
        }
        return bedDays / (NIGHTS * occupancy);
    }

    static double bedDays(double beds, double occupancy) {
        return beds * NIGHTS * occupancy;
    }
}
