package uk.homeward.journey.preferences;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;

/**
 * One decision about care, with what became of it.
 *
 * @param person the record to which it was told
 * @param sequence its number among what was told to that record
 * @param decision a word of the kind's choices; blank where the words say it
 * @param at when it was decided
 * @param by who recorded it
 * @param endorsedBy the clinician who put their name to it, with the time; null where nobody has
 * @param endedAt when it ceased to hold; null while it holds
 * @param endedBecause why; that another was made, or the reason that was given
 */
public record Decision(
        DecisionKind kind,
        String person,
        int sequence,
        String decision,
        String words,
        String decidedBy,
        String capacity,
        String consulted,
        @Nullable LocalDate reviewOn,
        Instant at,
        Actor by,
        @Nullable Endorsement endorsedBy,
        @Nullable Instant endedAt,
        String endedBecause) {

    /** A clinician's name under a decision. */
    public record Endorsement(String clinician, Instant at) {}

    /** What was decided, as people read it. */
    public String title() {
        String choice = kind.choices().getOrDefault(decision, "");
        return choice.isEmpty() ? words : choice;
    }

    /** The words beside the choice; blank where there are none. */
    public String remark() {
        return kind.choices().containsKey(decision) ? words : "";
    }

    public boolean holds() {
        return endedAt == null;
    }

    public boolean isEndorsed() {
        return endorsedBy != null || !kind.needsEndorsement();
    }

    public boolean isReviewDue(LocalDate today) {
        return reviewOn != null && !today.isBefore(reviewOn);
    }

    /** What must be known of whether the person could decide this themselves. */
    public String capacityWords() {
        return switch (capacity) {
            case "has" -> "had capacity to decide this";
            case "lacks" -> "lacked capacity to decide this; decided in their best interests";
            default -> "capacity was not assessed";
        };
    }

    Decision endorsed(String clinician, Instant at) {
        return with(new Endorsement(clinician, at), endedAt, endedBecause);
    }

    Decision ended(Instant at, String because) {
        return with(endorsedBy, at, because);
    }

    private Decision with(@Nullable Endorsement endorsement, @Nullable Instant ended, String because) {
        return new Decision(
                kind,
                person,
                sequence,
                decision,
                words,
                decidedBy,
                capacity,
                consulted,
                reviewOn,
                at,
                by,
                endorsement,
                ended,
                because);
    }
}
