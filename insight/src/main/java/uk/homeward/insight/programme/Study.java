package uk.homeward.insight.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.Cause;
import uk.homeward.insight.statistics.chart.ChartPoint;
import uk.homeward.insight.statistics.chart.ChartSettings;
import uk.homeward.insight.statistics.chart.ControlChart;
import uk.homeward.insight.statistics.chart.Improvement;
import uk.homeward.insight.statistics.chart.Observation;
import uk.homeward.insight.statistics.chart.Rebase;

/**
 * What a measure says of a change: the points after its start are judged by the limits of those before it. Only special
 * causes count; a run or trend counts if all its seven points lie after the start. The chart is drawn anew from the start
 * (rebased) only where something did change.
 */
public record Study(Verdict verdict, String sentence, ControlChart chart) {

    /** Fewer points than this before the change give no limits worth the name. */
    public static final int BEFORE_NEEDED = 7;

    private static final int RUN = 7;

    /** What the figures allow to be said. */
    public enum Verdict {
        TOO_FEW("Too early to say"),
        CHANCE("No change beyond chance"),
        IMPROVED("Improved"),
        WORSENED("Worsened"),
        CHANGED("Changed"),
        MIXED("Both better and worse");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** True where something happened that chance does not explain. */
        boolean isSpecial() {
            return switch (this) {
                case TOO_FEW, CHANCE -> false;
                case IMPROVED, WORSENED, CHANGED, MIXED -> true;
            };
        }
    }

    /**
     * Studies a change.
     *
     * @param observations with rising dates
     * @param start the first day on which things were done otherwise
     * @param change what was done otherwise, for the chart
     * @param target drawn on the chart; null where there is none
     */
    public static Study of(
            List<Observation> observations,
            Improvement improvement,
            LocalDate start,
            String change,
            @Nullable Double target) {
        return of(observations, improvement, start, change, target, List.of());
    }

    /**
     * Studies a change of a measure whose limits were set anew for other reasons: it is judged by the figures since the last
     * such day before it, and until the next one after it, and the chart keeps all of them.
     *
     * @param rebases where limits of the measure were set anew, with why
     */
    public static Study of(
            List<Observation> all,
            Improvement improvement,
            LocalDate start,
            String change,
            @Nullable Double target,
            List<Rebase> rebases) {
        ChartSettings settings = ChartSettings.of(improvement);
        ChartSettings aimed = target == null ? settings : settings.withTarget(target);
        List<Rebase> others =
                rebases.stream().filter(r -> !r.from().equals(start)).toList();
        if (others.isEmpty()) {
            return judged(all, improvement, start, change, aimed);
        }
        LocalDate from = others.stream()
                .map(Rebase::from)
                .filter(d -> d.isBefore(start))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        LocalDate until = others.stream()
                .map(Rebase::from)
                .filter(d -> d.isAfter(start))
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        List<Observation> between = all.stream()
                .filter(o -> !o.date().isBefore(from) && o.date().isBefore(until))
                .toList();
        Study study = judged(between, improvement, start, change, aimed);
        List<Rebase> drawn = new ArrayList<>(others);
        if (study.verdict().isSpecial()) {
            drawn.add(new Rebase(start, change));
        }
        drawn.sort(Comparator.comparing(Rebase::from));
        return new Study(study.verdict(), study.sentence(), ControlChart.of(all, aimed.withRebases(drawn)));
    }

    private static Study judged(
            List<Observation> observations,
            Improvement improvement,
            LocalDate start,
            String change,
            ChartSettings aimed) {
        int before = (int) observations.stream()
                .filter(o -> !o.ghosted() && o.date().isBefore(start))
                .count();
        long known = observations.stream()
                .filter(o -> !o.ghosted() && o.date().isBefore(start) && o.value() != null)
                .count();
        if (known < BEFORE_NEEDED) {
            return new Study(
                    Verdict.TOO_FEW,
                    "There are " + known + " figures from before the change; " + BEFORE_NEEDED
                            + " are needed to know what chance does.",
                    ControlChart.of(observations, aimed));
        }
        ControlChart judged = ControlChart.of(observations, aimed.withFixAfter(before));
        List<ChartPoint> after = judged.points().stream()
                .filter(p -> !p.observation().ghosted()
                        && p.observation().value() != null
                        && !p.observation().date().isBefore(start))
                .toList();
        if (after.isEmpty()) {
            return new Study(Verdict.TOO_FEW, "There is no figure from after the change yet.", judged);
        }
        List<ChartPoint> special = special(after);
        Verdict verdict = verdict(special, improvement);
        ControlChart drawn = special.isEmpty()
                ? judged
                : ControlChart.of(observations, aimed.withRebases(List.of(new Rebase(start, change))));
        return new Study(verdict, sentence(verdict, after.size(), special), drawn);
    }

    private static List<ChartPoint> special(List<ChartPoint> after) {
        List<ChartPoint> special = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            List<ChartPoint> of = after.stream().filter(p -> p.cause() == cause).toList();
            switch (cause) {
                case COMMON -> {}
                case ABOVE_LIMIT, BELOW_LIMIT, NEAR_UPPER, NEAR_LOWER -> special.addAll(of);
                case RISING, FALLING, RUN_ABOVE, RUN_BELOW -> special.addAll(of.size() >= RUN ? of : List.of());
            }
        }
        return special;
    }

    private static Verdict verdict(List<ChartPoint> special, Improvement improvement) {
        boolean up = special.stream().anyMatch(p -> p.cause().direction() > 0);
        boolean down = special.stream().anyMatch(p -> p.cause().direction() < 0);
        if (!up && !down) {
            return Verdict.CHANCE;
        }
        if (up && down) {
            return Verdict.MIXED;
        }
        return switch (improvement) {
            case NEUTRAL -> Verdict.CHANGED;
            case INCREASE -> up ? Verdict.IMPROVED : Verdict.WORSENED;
            case DECREASE -> down ? Verdict.IMPROVED : Verdict.WORSENED;
        };
    }

    private static String sentence(Verdict verdict, int after, List<ChartPoint> special) {
        String figures = after == 1 ? "the one figure" : "the " + after + " figures";
        return switch (verdict) {
            case TOO_FEW -> "It is too early to say.";
            case CHANCE -> "Chance explains " + figures + " after the change as well as those before it.";
            case IMPROVED, WORSENED, CHANGED, MIXED ->
                verdict.words() + ": of " + figures + " after the change, " + special.size()
                        + (special.size() == 1 ? " does" : " do") + " not fit what chance did before it; the first "
                        + special.getFirst().cause().words() + ".";
        };
    }

    /** True where the change may be made the usual way: the measure improved beyond chance. */
    public boolean allowsAdopting() {
        return verdict == Verdict.IMPROVED;
    }

    /** True where anything at all can be concluded. */
    public boolean allowsConcluding() {
        return verdict != Verdict.TOO_FEW;
    }
}
