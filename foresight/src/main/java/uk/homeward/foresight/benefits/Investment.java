package uk.homeward.foresight.benefits;

import java.time.YearMonth;

/** What the programme costs: pounds in each month from {@code first} to {@code last}, both included. */
public record Investment(String title, YearMonth first, YearMonth last, double poundsPerMonth) {

    public Investment {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the investment '" + title + "' ends in (" + last
                    + ") before it begins in (" + first + "). Maybe: swap the two");
        }
    }

    double in(YearMonth month) {
        return month.isBefore(first) || month.isAfter(last) ? 0 : poundsPerMonth;
    }
}
