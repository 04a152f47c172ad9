package uk.homeward.journey.place;

/**
 * A promise or ceiling that is measured.
 *
 * @param atMost true where the limit is a ceiling, false where it is a floor
 * @param unit of the limit: "hours", "%", "people"
 * @param startsWhen event that starts the clock; "" where the standard is no clock
 * @param stopsWhen event that stops it; "" where the standard is no clock
 * @param appliesTo service or group of people
 */
public record Standard(
        StandardId id,
        String title,
        boolean atMost,
        double limit,
        String unit,
        String startsWhen,
        String stopsWhen,
        String appliesTo,
        String source) {

    /** True where a clock measures it. */
    public boolean isClock() {
        return !startsWhen.isEmpty() && !stopsWhen.isEmpty();
    }

    /** True where this value keeps the promise. */
    public boolean isMetBy(double value) {
        return atMost ? value <= limit : value >= limit;
    }
}
