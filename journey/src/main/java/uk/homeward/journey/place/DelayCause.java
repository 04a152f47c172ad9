package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;

/**
 * Why someone who is ready does not move.
 *
 * @param title the cause in plain words
 * @param actor who has to act, in plain words: "ward doctors"
 * @param owner the side that the delay is counted on
 * @param nationalGroup group of the national discharge return since 2024; null where nobody waits in hospital for it
 * @param nationalReason reason of that return, in its words; null with the group
 * @param olderReason reason of the return of 2022 to 2024 that comes nearest; null where there is none
 * @param dailyMean people held by it on an average day at the place's main hospitals; 0 where it is not known
 */
public record DelayCause(
        CauseId id,
        String title,
        String actor,
        Side owner,
        @Nullable String nationalGroup,
        @Nullable String nationalReason,
        @Nullable String olderReason,
        double dailyMean,
        String source) {}
