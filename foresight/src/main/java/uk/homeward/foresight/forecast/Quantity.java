package uk.homeward.foresight.forecast;

/**
 * Something that is forecast.
 *
 * @param of the pool's or standard's name
 */
public record Quantity(Kind kind, String of) {

    /** What is told of it. */
    public enum Kind {
        /** Places in use at a moment. */
        TAKEN,
        /** People who wait for a place at a moment. */
        WAITING,
        /** The share of a day's clocks that stop within their limit; its moment is the end of the day. */
        MET
    }
}
