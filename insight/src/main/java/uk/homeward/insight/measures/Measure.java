package uk.homeward.insight.measures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.Improvement;

/**
 * An indicator: what it asks, how it is defined, and the SQL that gives its rows.
 *
 * @param id names it in addresses and commands
 * @param unit what stands behind a figure, such as {@code %} or {@code days}
 * @param per for rates: for how many people
 * @param target what should be reached; null where nobody set one
 * @param baselines what it was before, from published documents
 * @param splits columns by which it can be split
 * @param hideBelow counts from 1 to one less than this are hidden
 * @param programme the programme that is to move it; blank for none
 * @param audience who watches it
 * @param foreseen what of a forecast is this measure, such as {@code met:response-2h}; blank for nothing
 * @param file the file's name, for messages
 * @param sqlLine the line of the file on which the SQL begins
 */
public record Measure(
        String id,
        String title,
        String question,
        String definition,
        String source,
        Kind kind,
        String unit,
        double per,
        Improvement improvement,
        @Nullable Target target,
        List<Baseline> baselines,
        List<String> splits,
        int hideBelow,
        String programme,
        List<String> audience,
        String foreseen,
        String sql,
        String file,
        int sqlLine) {

    public Measure {
        baselines = List.copyOf(baselines);
        splits = List.copyOf(splits);
        audience = List.copyOf(audience);
    }

    /**
     * What should be reached.
     *
     * @param on the day from which it holds, or by which it should be reached
     * @param source who set it
     */
    public record Target(double value, LocalDate on, String source) {}

    /**
     * What a document says it was.
     *
     * @param period when, in the document's words
     */
    public record Baseline(double value, String period, String source) {}

    /** The same measure with every number shown; for those who may see them all, and for tests. */
    public Measure hidingNothing() {
        return new Measure(
                id,
                title,
                question,
                definition,
                source,
                kind,
                unit,
                per,
                improvement,
                target,
                baselines,
                splits,
                0,
                programme,
                audience,
                foreseen,
                sql,
                file,
                sqlLine);
    }
}
