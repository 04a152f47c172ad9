package uk.homeward.foresight.calibration;

import java.util.Map;
import uk.homeward.journey.pathway.Shift;

/** One number of a shift, as something that can be learned: its factor for whom it is meant, or its factor per day. */
record Effect(int shift, Shift of, boolean perDay) {

    boolean concerns(Map<String, String> attributes) {
        return of.when().entrySet().stream()
                .allMatch(e -> e.getValue().contains(attributes.getOrDefault(e.getKey(), "")));
    }

    /** By how much the logarithm of the factor counts for this person. */
    double amount(Map<String, String> attributes, double delayDays) {
        if (!concerns(attributes)) {
            return 0;
        }
        return perDay ? delayDays : 1;
    }

    double assumed() {
        return perDay ? of.perDayDelayed() : of.times();
    }

    /** The logarithm of what the pathway assumes; a factor of 0 is read as one that is tiny. */
    double assumedLog() {
        return Math.log(Math.max(1e-9, assumed()));
    }

    Shift with(double value) {
        return perDay ? new Shift(of.when(), of.times(), value) : new Shift(of.when(), value, of.perDayDelayed());
    }

    /** What it is, in words. */
    String words() {
        String whom = of.when().isEmpty()
                ? "everybody"
                : String.join(
                        ", ",
                        of.when().entrySet().stream()
                                .map(e -> e.getKey() + " " + String.join(" or ", e.getValue()))
                                .sorted()
                                .toList());
        return whom + (perDay ? ", for each day of waiting" : "");
    }
}
