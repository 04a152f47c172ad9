package uk.homeward.foresight.network;

import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Distribution;

/** How a journey ends. */
public record Exit(String name, @Nullable Returning returning) {

    /** The share of people who come back after some hours by the way of a source, as the same people. */
    public record Returning(double share, Distribution after, String source) {

        public Returning {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "the share that returns is (" + share + "). Maybe: write a share between 0 and 1");
            }
        }
    }
}
