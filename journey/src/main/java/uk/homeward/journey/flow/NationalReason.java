package uk.homeward.journey.flow;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.Side;

/**
 * What the national returns call a cause: derived from the place's table of delay causes, never typed.
 *
 * @param group group of the discharge return since 2024; null where nobody waits in hospital for the cause
 * @param reason reason of that return
 * @param older reason of the return of 2022 to 2024 that comes nearest; null where there is none
 * @param side who it is counted on
 * @param why how it was derived, in a sentence
 */
public record NationalReason(
        @Nullable String group,
        @Nullable String reason,
        @Nullable String older,
        Side side,
        String why) {

    public static NationalReason of(DelayCause cause) {
        return new NationalReason(
                cause.nationalGroup(), cause.nationalReason(), cause.olderReason(), cause.owner(), why(cause));
    }

    private static String why(DelayCause cause) {
        return cause.nationalReason() == null
                ? "Nobody waits in hospital for this, so the national returns have no reason for it."
                : "Counted as '" + cause.nationalReason() + "' (" + cause.nationalGroup() + ") on the side of "
                        + words(cause.owner()) + ", because " + cause.actor() + " must act. Source of the table: "
                        + cause.source() + ".";
    }

    /** A side as the returns write it. */
    public static String words(Side side) {
        return switch (side) {
            case NHS -> "NHS";
            case SOCIAL_CARE -> "Social care";
            case BOTH -> "Both";
        };
    }
}
