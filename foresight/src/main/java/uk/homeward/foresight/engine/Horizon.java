package uk.homeward.foresight.engine;

import java.util.Arrays;

/**
 * The time that a run covers, in milliseconds after its start.
 *
 * @param warmUp statistics count from here
 * @param end the run ends here
 * @param periods ends of reporting periods between warm-up and end, the last one being the end
 * @param weekOffset how long after a Monday 00:00 the run starts
 */
record Horizon(long warmUp, long end, long[] periods, long weekOffset) {

    Horizon {
        if (warmUp < 0 || end <= warmUp || end > 1L << 46) {
            throw new IllegalArgumentException("a run cannot warm up for (" + warmUp + ") and end at (" + end
                    + ") milliseconds. Maybe: make it longer than its warm-up and shorter than 2,000 years");
        }
        periods = periods.clone();
        Arrays.sort(periods);
    }

    /** Bits that are left for rows of people in a key of the agenda. */
    int rowBits() {
        return Math.min(26, Long.numberOfLeadingZeros(end) - 1);
    }
}
