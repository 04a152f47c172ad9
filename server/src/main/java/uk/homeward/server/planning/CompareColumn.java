package uk.homeward.server.planning;

import java.util.List;

/**
 * A scenario beside others.
 *
 * @param swatch a piece of its line
 * @param figure the mean of the measure over the year
 * @param consequences what differs from the place as it is
 */
public record CompareColumn(String id, String title, String swatch, String figure, List<Consequence> consequences) {

    public CompareColumn {
        consequences = List.copyOf(consequences);
    }
}
