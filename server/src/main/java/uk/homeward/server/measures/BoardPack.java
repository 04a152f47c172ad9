package uk.homeward.server.measures;

import java.time.Instant;
import java.util.List;
import uk.homeward.insight.measures.Grain;

/**
 * Measures that are shown together, in an order, with words.
 *
 * @param measures their ids
 * @param words what stands in front
 */
public record BoardPack(
        String id, String title, Grain grain, List<String> measures, String words, String by, Instant madeAt) {

    public BoardPack {
        measures = List.copyOf(measures);
    }

    /** What somebody wrote on a measure in a pack; the last stands, those before it are kept. */
    public record Comment(String measure, String words, String by, Instant at) {}
}
