package uk.homeward.server.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the register, with their name: the look was kept.
 *
 * @param why the heaviest reasons for the score
 */
public record RegisterLine(
        String person,
        String name,
        @Nullable LocalDate born,
        String practice,
        String tier,
        double score,
        int charlson,
        String segment,
        String why) {}
