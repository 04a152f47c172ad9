package uk.homeward.server.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.programme.Figure;
import uk.homeward.insight.programme.Promise;
import uk.homeward.insight.programme.Status;
import uk.homeward.insight.programme.Status.Standing;
import uk.homeward.insight.statistics.chart.Improvement;
import uk.homeward.journey.event.ProgrammeEvent.Better;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.programme.Programme;
import uk.homeward.server.measures.LiveMeasures;
import uk.homeward.server.measures.Reading;

/** How programmes stand, by rule from measures; nobody's opinion is asked. */
final class Statuses {

    private final LiveMeasures measures;

    Statuses(LiveMeasures measures) {
        this.measures = measures;
    }

    List<OutcomeLine> outcomes(Programme programme, AsOf asOf) {
        return programme.outcomes().stream().map(o -> line(programme, o, asOf)).toList();
    }

    private OutcomeLine line(Programme programme, OutcomeSet outcome, AsOf asOf) {
        Optional<Measure> measure = outcome.measure().isEmpty() ? Optional.empty() : measures.find(outcome.measure());
        @Nullable
        Reading reading = measure.isEmpty()
                ? null
                : measures.reading(outcome.measure(), outcome.locality(), asOf.day())
                        .orElse(null);
        return new OutcomeLine(
                outcome,
                measure.orElse(null),
                reading,
                status(outcome, measure.isPresent(), reading, measures.usualGrain(), asOf),
                programme.opinion(outcome.outcome()).orElse(null));
    }

    private static Status status(
            OutcomeSet outcome, boolean measured, @Nullable Reading reading, Grain grain, AsOf asOf) {
        if (outcome.measure().isEmpty()) {
            return Status.notMeasurable("No measure is linked: the events of care do not count this.");
        }
        if (!measured) {
            return Status.notMeasurable("The measure (" + outcome.measure() + ") is not in use now.");
        }
        Promise promise = new Promise(
                improvement(outcome.better()),
                outcome.unit(),
                outcome.baseline(),
                outcome.baselineOn(),
                outcome.target(),
                outcome.targetBy());
        Status status = Status.of(promise, reading == null ? null : figure(reading, grain));
        return reading == null && status.standing() == Standing.NOT_MEASURABLE && outcome.target() != null
                ? Status.notMeasurable("The measure has no figure by " + Wording.day(asOf.day())
                        + ": nothing of what it counts was told until then.")
                : status;
    }

    private static @Nullable Figure figure(Reading reading, Grain grain) {
        return reading.last()
                .filter(row -> row.value() != null)
                .map(row -> new Figure(
                        reading.lastPeriod(),
                        lastDay(grain, row.period()),
                        row.value() == null ? 0 : row.value(),
                        row.limits()))
                .orElse(null);
    }

    private static LocalDate lastDay(Grain grain, LocalDate period) {
        return grain.next(period).minusDays(1);
    }

    private static Improvement improvement(Better better) {
        return switch (better) {
            case HIGHER -> Improvement.INCREASE;
            case LOWER -> Improvement.DECREASE;
            case NEITHER -> Improvement.NEUTRAL;
        };
    }

    /** A programme stands as the worst of its outcomes that can be measured. */
    static Status whole(List<OutcomeLine> outcomes) {
        Map<Standing, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(
                        o -> o.status().standing(), () -> new EnumMap<>(Standing.class), Collectors.counting()));
        Standing worst = outcomes.stream()
                .map(o -> o.status().standing())
                .min(Comparator.naturalOrder())
                .orElse(Standing.NOT_MEASURABLE);
        String parts = counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().words().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Status(worst, outcomes.isEmpty() ? "No outcome is set." : "Of its outcomes: " + parts + ".");
    }
}
