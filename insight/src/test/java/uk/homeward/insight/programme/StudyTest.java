package uk.homeward.insight.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.programme.Study.Verdict;
import uk.homeward.insight.statistics.chart.Improvement;
import uk.homeward.insight.statistics.chart.Observation;
import uk.homeward.insight.statistics.chart.Rebase;

/** Weeks from 1 January 2018; things are done otherwise from the ninth week on. */
class StudyTest {

    private static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    private static final LocalDate START = FIRST.plusWeeks(8);
    private static final double[] BEFORE = {20, 22, 21, 19, 20, 22, 21, 19};

    @Test
    void figures_like_those_before_show_nothing() {
        Study study = study(21, 20, 19, 22);

        assertThat(study.verdict()).isEqualTo(Verdict.CHANCE);
        assertThat(study.allowsAdopting()).isFalse();
        assertThat(study.chart().points().getLast().period()).isZero();
    }

    @Test
    void a_figure_beyond_the_limits_of_before_shows_a_change_and_is_rebased() {
        Study study = study(21, 12);

        assertThat(study.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(study.allowsAdopting()).isTrue();
        assertThat(study.chart().points().get(7).period()).isZero();
        assertThat(study.chart().points().get(8).period()).isEqualTo(1);
        assertThat(study.sentence()).contains("of the 2 figures after the change, 1 does not fit");
    }

    @Test
    void where_limits_were_set_anew_before_a_change_is_judged_by_the_figures_since_then() {
        List<Observation> weeks = new ArrayList<>();
        double[] values = {40, 42, 41, 39, 40, 42, 41, 39, 20, 22, 21, 19, 20, 22, 21, 19, 21, 20};
        for (int i = 0; i < values.length; i++) {
            weeks.add(new Observation(FIRST.plusWeeks(i), values[i], false));
        }
        LocalDate start = FIRST.plusWeeks(16);
        List<Rebase> counted = List.of(new Rebase(FIRST.plusWeeks(8), "counted otherwise"));
        assertThat(Study.of(weeks, Improvement.DECREASE, start, "rounds", null, counted)
                        .verdict())
                .isEqualTo(Verdict.CHANCE);
        Study study = Study.of(weeks, Improvement.DECREASE, start, "rounds", null, counted);
        assertThat(study.chart().points().get(8).period()).isEqualTo(1);
        assertThat(study.chart().points().getLast().period()).isEqualTo(1);
        List<Rebase> later = List.of(counted.getFirst(), new Rebase(start.plusWeeks(1), "moved"));
        assertThat(Study.of(weeks, Improvement.DECREASE, start, "rounds", null, later)
                        .sentence())
                .contains("the one figure after the change");
    }

    @Test
    void the_wrong_way_is_worse() {
        assertThat(study(30).verdict()).isEqualTo(Verdict.WORSENED);
        assertThat(study(30, 12).verdict()).isEqualTo(Verdict.MIXED);
    }

    @Test
    void a_run_counts_only_if_it_lies_after_the_start() {
        // the last two before the start and five after it are below the mean: seven in a row, but not by the change
        // alone
        double[] before = {21, 22, 21, 22, 21, 22, 19.4, 19.4};
        assertThat(Study.of(weeks(before, 19.5, 19.6, 19.5, 19.6, 19.5), Improvement.DECREASE, START, "x", null)
                        .verdict())
                .isEqualTo(Verdict.CHANCE);
        assertThat(study(20, 20.2, 20, 20.2, 20, 20.2, 20).verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void few_figures_allow_no_conclusion() {
        Study early = Study.of(weeks(new double[] {20, 21, 22}), Improvement.DECREASE, FIRST.plusWeeks(3), "x", null);
        assertThat(early.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(early.allowsConcluding()).isFalse();
        assertThat(study().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(Study.of(List.of(), Improvement.DECREASE, START, "x", null).verdict())
                .isEqualTo(Verdict.TOO_FEW);
    }

    private static Study study(double... after) {
        return Study.of(weeks(BEFORE, after), Improvement.DECREASE, START, "A second visit", null);
    }

    private static List<Observation> weeks(double[] before, double... after) {
        List<Observation> all = new ArrayList<>();
        for (double value : before) {
            all.add(Observation.of(FIRST.plusWeeks(all.size()), value));
        }
        for (double value : after) {
            all.add(Observation.of(FIRST.plusWeeks(all.size()), value));
        }
        return all;
    }
}
