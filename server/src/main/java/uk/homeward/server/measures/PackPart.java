package uk.homeward.server.measures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureRow;

/**
 * One measure of a pack.
 *
 * @param reading null where there is no figure
 * @param rows the last periods, the newest first
 * @param comments what was written on it, the newest first
 */
public record PackPart(
        Measure measure, @Nullable Reading reading, List<MeasureRow> rows, List<BoardPack.Comment> comments) {

    public PackPart {
        rows = List.copyOf(rows);
        comments = List.copyOf(comments);
    }
}
