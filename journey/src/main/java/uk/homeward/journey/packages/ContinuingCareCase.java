package uk.homeward.journey.packages;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PackageEvent.Told;
import uk.homeward.journey.matching.Terms;

/**
 * Whether the NHS pays for all care, as it stands: asked, decided, explained, acknowledged, reviewed.
 *
 * @param contact the one to ring about it
 * @param eligible null until it was decided
 * @param missing what the last explanation left out; everything while there was none
 */
public record ContinuingCareCase(
        String contact,
        String phone,
        boolean fastTrack,
        Instant askedAt,
        @Nullable Boolean eligible,
        String reasons,
        @Nullable Instant decidedAt,
        @Nullable Instant explainedAt,
        Set<Told> missing,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant reviewAskedAt,
        @Nullable Instant reviewedAt) {

    public ContinuingCareCase {
        missing = Set.copyOf(missing);
    }

    /** By when it must be decided. */
    public Instant due(Terms.ContinuingCare terms) {
        return askedAt.plus(
                fastTrack ? Duration.ofHours(terms.fastTrackHours()) : Duration.ofDays(terms.decisionDays()));
    }

    public boolean isDecided() {
        return decidedAt != null;
    }

    /** True while the person's review of the decision goes on. */
    public boolean isUnderReview() {
        return reviewAskedAt != null && reviewedAt == null;
    }

    /** True once funding may end: decided against, explained whole, acknowledged, and no review goes on. */
    public boolean mayEndFunding() {
        return Boolean.FALSE.equals(eligible)
                && explainedAt != null
                && missing.isEmpty()
                && acknowledgedAt != null
                && !isUnderReview();
    }

    /** How it stands, in a few words. */
    public String words() {
        if (eligible == null) {
            return fastTrack ? "fast track asked" : "asked";
        }
        if (isUnderReview()) {
            return "the person asked for a review";
        }
        if (eligible) {
            return "the NHS pays";
        }
        if (explainedAt == null || !missing.isEmpty()) {
            return "decided against, not explained yet";
        }
        return acknowledgedAt == null ? "explained, not acknowledged yet" : "explained and acknowledged";
    }
}
