package uk.homeward.insight.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.programme.Status.Standing;
import uk.homeward.insight.statistics.Interval;
import uk.homeward.insight.statistics.chart.Improvement;

/** From 20 on 1 January 2018 down to 10 on 1 January 2020: 15 is where it should be on 1 January 2019. */
class StatusTest {

    private static final LocalDate START = LocalDate.parse("2018-01-01");
    private static final LocalDate HALF = LocalDate.parse("2019-01-01");
    private static final LocalDate END = LocalDate.parse("2020-01-01");

    @Test
    void as_good_as_the_line_is_on_track() {
        assertThat(status(15, 14, 16, HALF)).isEqualTo(Standing.ON_TRACK);
        assertThat(status(12, 11, 13, HALF)).isEqualTo(Standing.ON_TRACK);
    }

    @Test
    void worse_is_at_risk_while_chance_may_explain_it() {
        assertThat(status(16, 14.9, 17, HALF)).isEqualTo(Standing.AT_RISK);
        assertThat(status(16, Double.NaN, Double.NaN, HALF)).isEqualTo(Standing.AT_RISK);
    }

    @Test
    void worse_with_the_whole_interval_is_off_track() {
        assertThat(status(16, 15.1, 17, HALF)).isEqualTo(Standing.OFF_TRACK);
    }

    @Test
    void once_it_is_due_the_target_counts() {
        assertThat(status(12, 11, 13, END)).isEqualTo(Standing.OFF_TRACK);
        assertThat(status(10, 9, 11, END.plusYears(3))).isEqualTo(Standing.ON_TRACK);
    }

    @Test
    void higher_can_be_better() {
        Promise promise = new Promise(Improvement.INCREASE, "%", 80.0, START, 90.0, END);
        assertThat(Status.of(promise, figure(86, 84, 88, HALF)).standing()).isEqualTo(Standing.ON_TRACK);
        assertThat(Status.of(promise, figure(83, 81, 86, HALF)).standing()).isEqualTo(Standing.AT_RISK);
        assertThat(Status.of(promise, figure(83, 82, 84, HALF)).standing()).isEqualTo(Standing.OFF_TRACK);
    }

    @Test
    void says_why_with_the_figures() {
        assertThat(Status.of(promise(20.0, 10.0), figure(16, 15.1, 17, HALF)).sentence())
                .isEqualTo(
                        "Measured 16 days (15.1 to 17) in that month; on the way to the target it should be 15 days by"
                                + " then. It is worse, and chance does not explain that.");
    }

    @Test
    void without_what_it_takes_it_says_what_is_missing() {
        Figure figure = figure(16, 15, 17, HALF);
        assertThat(sentence(promise(20.0, null), figure)).startsWith("No target is set");
        assertThat(sentence(promise(20.0, 10.0), null)).startsWith("The measure has no figure");
        assertThat(sentence(promise(null, 10.0), figure)).contains("without a baseline");
        assertThat(Status.of(promise(null, 10.0), figure(9, 8, 10, HALF)).standing())
                .isEqualTo(Standing.ON_TRACK);
        assertThat(sentence(new Promise(Improvement.NEUTRAL, "days", 20.0, START, 10.0, END), figure))
                .startsWith("Nobody has said which way");
    }

    private static Standing status(double value, double lower, double upper, LocalDate on) {
        return Status.of(promise(20.0, 10.0), figure(value, lower, upper, on)).standing();
    }

    private static String sentence(Promise promise, @Nullable Figure figure) {
        Status status = Status.of(promise, figure);
        assertThat(status.standing()).isEqualTo(Standing.NOT_MEASURABLE);
        return status.sentence();
    }

    private static Promise promise(@Nullable Double baseline, @Nullable Double target) {
        return new Promise(Improvement.DECREASE, "days", baseline, START, target, END);
    }

    private static Figure figure(double value, double lower, double upper, LocalDate on) {
        return new Figure("that month", on, value, new Interval(lower, upper));
    }
}
