package uk.homeward.server.programme;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.benefits.BenefitCase;
import uk.homeward.foresight.benefits.BenefitForecast;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.FinancialYear;
import uk.homeward.foresight.benefits.Outcome;
import uk.homeward.foresight.benefits.Pace;
import uk.homeward.foresight.benefits.Workstream;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Confidence;
import uk.homeward.insight.statistics.Counts;
import uk.homeward.insight.statistics.Interval;
import uk.homeward.journey.event.ProgrammeEvent.GapExplained;
import uk.homeward.journey.programme.ProgrammeDraft.BenefitLink;
import uk.homeward.journey.programme.Said;

/**
 * One benefit of a plan beside what was counted, over the same whole months.
 *
 * @param kind whether it lags, and by what
 * @param months the months in words; empty where nothing could be compared
 * @param planned what the plan wants over these months at its target, {@code stretch} at its stretch
 * @param counted what was counted, with {@code limits} at 95%
 * @param sentence the comparison in words, with what explains the gap in the measure's own figures
 * @param explained what people say explains it; null where nobody did
 */
public record BenefitLine(
        BenefitLink link,
        String title,
        Kind kind,
        String months,
        double planned,
        double stretch,
        double counted,
        Interval limits,
        String sentence,
        @Nullable Said<GapExplained> explained) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final int MOST_MONTHS = 12;

    /** How the count stands to the plan. */
    public enum Kind {
        LAGS("Lags behind the plan"),
        NEAR("Within chance of the plan"),
        MEETS("Meets the plan"),
        NOT_MEASURABLE("Not measurable");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** The word of addresses and files: {@code not-measurable}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Holds one benefit against the months of its measure; {@code result} is null where there are none. */
    static BenefitLine of(
            BenefitLink link,
            BenefitPlan plan,
            YearMonth begins,
            @Nullable MeasureResult result,
            @Nullable Said<GapExplained> explained) {
        Workstream stream = plan.workstreams().stream()
                .filter(w -> w.id().equals(link.workstream()))
                .findFirst()
                .orElse(null);
        Outcome outcome = stream == null
                ? null
                : stream.outcomes().stream()
                        .filter(o -> o.title().equals(link.outcome()))
                        .findFirst()
                        .orElse(null);
        if (stream == null || outcome == null) {
            return nothing(link, link.outcome(), "The plan has no such benefit (" + link.outcome() + ").", explained);
        }
        String title = outcome.title() + " (" + outcome.unit() + ")";
        if (link.measure().isEmpty()) {
            return nothing(link, title, link.why(), explained);
        }
        List<MeasureRow> months = result == null ? List.of() : whole(result, begins);
        if (months.isEmpty()) {
            return nothing(link, title, "The measure has no whole month since the programme began.", explained);
        }
        return compared(link, title, plan, begins, stream, outcome, months, explained);
    }

    private static List<MeasureRow> whole(MeasureResult result, YearMonth begins) {
        List<MeasureRow> rows = result.of(null).stream()
                .filter(r -> !r.partial() && r.numerator() != null)
                .filter(r -> !YearMonth.from(r.period()).isBefore(begins))
                .toList();
        return rows.subList(Math.max(0, rows.size() - MOST_MONTHS), rows.size());
    }

    private static BenefitLine nothing(
            BenefitLink link, String title, String why, @Nullable Said<GapExplained> explained) {
        return new BenefitLine(
                link,
                title,
                Kind.NOT_MEASURABLE,
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Interval.NONE,
                why,
                explained);
    }

    private static BenefitLine compared(
            BenefitLink link,
            String title,
            BenefitPlan plan,
            YearMonth begins,
            Workstream stream,
            Outcome outcome,
            List<MeasureRow> months,
            @Nullable Said<GapExplained> explained) {
        double planned = wanted(plan, begins, BenefitCase.TARGET, stream, outcome, months);
        double stretch = wanted(plan, begins, BenefitCase.STRETCH, stream, outcome, months);
        double counted = months.stream()
                .mapToDouble(r -> r.numerator() == null ? 0 : r.numerator())
                .sum();
        double seen = months.stream()
                .mapToDouble(r -> r.denominator() == null ? 0 : r.denominator())
                .sum();
        Interval limits = Counts.limits(counted, Confidence.NINETY_FIVE);
        Kind kind = counted >= planned ? Kind.MEETS : limits.upper() >= planned ? Kind.NEAR : Kind.LAGS;
        String between = MONTH.format(months.getFirst().period())
                + (months.size() == 1
                        ? ""
                        : " to " + MONTH.format(months.getLast().period()));
        String sentence = "%s counted from %s; the plan wants %s by its target and %s by its stretch. %s"
                .formatted(
                        Wording.number(Math.rint(counted)),
                        between,
                        Wording.number(Math.rint(planned)),
                        Wording.number(Math.rint(stretch)),
                        why(kind, counted, planned, seen));
        return new BenefitLine(link, title, kind, between, planned, stretch, counted, limits, sentence, explained);
    }

    private static double wanted(
            BenefitPlan plan,
            YearMonth begins,
            BenefitCase far,
            Workstream stream,
            Outcome outcome,
            List<MeasureRow> months) {
        YearMonth last = YearMonth.from(months.getLast().period());
        int years = FinancialYear.of(last).starts() - FinancialYear.of(begins).starts() + 1;
        BenefitForecast forecast = plan.forecast(begins, far, Pace.AS_PLANNED, Math.max(1, years));
        List<YearMonth> played = forecast.months();
        double[] number = forecast.outcome(stream, outcome);
        return months.stream()
                .map(r -> played.indexOf(YearMonth.from(r.period())))
                .filter(i -> i >= 0)
                .mapToDouble(i -> number[i])
                .sum();
    }

    /** What explains a gap in the measure's own figures: too few people came, or it went well for too few of them. */
    private static String why(Kind kind, double counted, double planned, double seen) {
        return switch (kind) {
            case MEETS -> "That is as many as planned.";
            case NEAR -> "That is fewer, but chance may explain it.";
            case NOT_MEASURABLE -> "";
            case LAGS ->
                seen < planned
                        ? "Only %s people came as far as this at all, so the plan cannot be met even if it went well for each of them: more must come."
                                .formatted(Wording.number(seen))
                        : "It went well for %.0f%% of the %s people who came as far as this; the plan needs %.0f%% of them."
                                .formatted(100 * counted / seen, Wording.number(seen), 100 * planned / seen);
        };
    }
}
