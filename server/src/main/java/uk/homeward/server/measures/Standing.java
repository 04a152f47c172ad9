package uk.homeward.server.measures;

import uk.homeward.insight.measures.MeasureRow;

/**
 * A trust of this place by one published figure.
 *
 * @param rank among all in the month, 1 the best
 */
public record Standing(
        Benchmark benchmark, String trust, Reading reading, MeasureRow row, int rank, int of, String best) {}
