package uk.homeward.journey.flow;

import java.util.List;

/**
 * One figure of a return, with the stays that make it: a count can always be opened to the people behind it.
 *
 * @param name the metric's name in the published layout
 * @param value the number that is returned
 * @param stays the ids of the stays that were counted
 */
public record Figure(String name, long value, List<String> stays) {

    public Figure {
        stays = List.copyOf(stays);
    }

    /** The count of these stays. */
    static Figure of(String name, List<StayRecord> counted) {
        return new Figure(
                name, counted.size(), counted.stream().map(StayRecord::stay).toList());
    }
}
