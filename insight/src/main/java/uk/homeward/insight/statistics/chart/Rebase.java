package uk.homeward.insight.statistics.chart;

import java.time.LocalDate;

/**
 * A date from which a new period with limits of its own begins, because the process itself was changed.
 *
 * @param from the first date of the new period
 * @param reason what was changed; shown under the chart
 */
public record Rebase(LocalDate from, String reason) {

    public Rebase {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The rebase at (" + from
                    + ") has no reason. Maybe: limits are only drawn anew when the process was changed; say how.");
        }
    }
}
