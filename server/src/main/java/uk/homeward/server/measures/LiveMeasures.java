package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.homeward.insight.measures.BrokenMeasure;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureBook;
import uk.homeward.insight.measures.MeasureEngine;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.Request;
import uk.homeward.insight.statistics.chart.ControlChart;
import uk.homeward.insight.statistics.chart.Rebase;

/** The place's measures as other areas read them: how they stand, or stood on a day. */
@Component
public class LiveMeasures {

    private final Source source;

    /** Where results come from. */
    private interface Source {

        List<Measure> list();

        Optional<MeasureResult> result(Measure measure, @Nullable String by, Grain grain);

        Grain usualGrain();

        /** Where limits of the measure were set anew. */
        List<Rebase> rebases(Measure measure);
    }

    @Autowired
    LiveMeasures(Shelf shelf, Notes notes) {
        this(new Source() {
            @Override
            public List<Measure> list() {
                return shelf.measures();
            }

            @Override
            public Optional<MeasureResult> result(Measure measure, @Nullable String by, Grain grain) {
                return shelf.result(measure, by, grain);
            }

            @Override
            public Grain usualGrain() {
                return shelf.usualGrain();
            }

            @Override
            public List<Rebase> rebases(Measure measure) {
                return notes.rebases().getOrDefault(measure.id(), List.of());
            }
        });
    }

    private LiveMeasures(Source source) {
        this.source = source;
    }

    /** Over published facts, by months, for commands that run without a server; {@code engine} is null without facts. */
    public static LiveMeasures over(MeasureBook book, @Nullable MeasureEngine engine) {
        return new LiveMeasures(new Source() {
            @Override
            public List<Measure> list() {
                return book.measures();
            }

            @Override
            public Optional<MeasureResult> result(Measure measure, @Nullable String by, Grain grain) {
                return engine == null
                        ? Optional.empty()
                        : Optional.of(engine.run(measure, new Request(grain, by, null, null)));
            }

            @Override
            public Grain usualGrain() {
                return Grain.MONTH;
            }

            @Override
            public List<Rebase> rebases(Measure measure) {
                return List.of();
            }
        });
    }

    public List<Measure> list() {
        return source.list();
    }

    public Optional<Measure> find(String id) {
        return list().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    public boolean isKnown(String id) {
        return find(id).isPresent();
    }

    /**
     * One measure in words, by the usual periods that were over on a day; empty without a measure, rows or a publication.
     *
     * @param locality blank for the whole place
     */
    public Optional<Reading> reading(String id, String locality, LocalDate until) {
        @Nullable String group = locality.isBlank() ? null : locality;
        return result(id, locality, usualGrain(), until)
                .filter(r -> !r.of(group).isEmpty())
                .map(r -> new Reading(r, group, source.rebases(r.measure())));
    }

    /** The rows of a measure whose periods were over on a day; those that run still are left in only today. */
    public Optional<MeasureResult> result(String id, String locality, Grain grain, LocalDate until) {
        Optional<Measure> measure = find(id);
        @Nullable String by = locality.isBlank() ? null : "locality";
        if (measure.isEmpty() || (by != null && !measure.get().splits().contains(by))) {
            return Optional.empty();
        }
        try {
            return source.result(measure.get(), by, grain).map(r -> until(r, until));
        } catch (BrokenMeasure e) {
            return Optional.empty();
        }
    }

    private static MeasureResult until(MeasureResult result, LocalDate until) {
        if (!until.isBefore(result.asOf())) {
            return result;
        }
        return new MeasureResult(
                result.measure(),
                result.grain(),
                result.by(),
                until,
                result.rows().stream()
                        .filter(r -> !result.grain().next(r.period()).isAfter(until.plusDays(1)))
                        .toList());
    }

    /** Where limits of the measure were set anew, with why. */
    public List<Rebase> rebases(Measure measure) {
        return source.rebases(measure);
    }

    /** The periods that pages use unless asked otherwise: weeks, or months once there is more than a year of facts. */
    public Grain usualGrain() {
        return source.usualGrain();
    }

    /** Draws a chart of a measure in the house's manner. */
    public String drawn(MeasureResult result, ControlChart chart, String description) {
        return XmrChart.large(chart, result.measure(), result.grain(), XmrChart.Beside.NOTHING, description);
    }
}
