package uk.homeward.server.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the register, with their name: the look was kept.
 *
 * @param team the teams that look after the person now; blank where none does
 * @param why the heaviest reasons for the score
 * @param actions what was done about their risk, the last first
 */
public record RegisterLine(
        String person,
        String name,
        @Nullable LocalDate born,
        String practice,
        String team,
        String tier,
        double score,
        int charlson,
        String segment,
        String why,
        List<Action> actions) {

    public RegisterLine {
        actions = List.copyOf(actions);
    }

    /** Something that was done, by whom, for which organisation, and when. */
    public record Action(String what, String words, String by, String organisation, Instant at) {}
}
