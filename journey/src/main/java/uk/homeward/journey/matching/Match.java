package uk.homeward.journey.matching;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A service that fits, with how well and why.
 *
 * @param points of 100; the reasons add up to it
 * @param minutes by car from where it should be near; -1 where that is not known
 * @param topUp pounds above the usual price, a week or an hour; 0 where there is none
 */
public record Match(CareService service, int points, List<Reason> reasons, int minutes, double topUp) {

    /** One reason: how many of how many points it gives, in words. */
    public record Reason(String words, int points, int most) {}

    public Match {
        reasons = List.copyOf(reasons);
    }

    /** All reasons in one line. */
    public String why() {
        return reasons.stream().map(Reason::words).collect(Collectors.joining(" "));
    }
}
