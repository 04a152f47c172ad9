package uk.homeward.insight.risk;

import org.jspecify.annotations.Nullable;

/**
 * A row that was left out.
 *
 * @param number of the row, from 1, the header not counted
 * @param reason what is wrong with it
 */
public record RefusedRow(
        long number, @Nullable String person, @Nullable String code, String reason) {}
