package uk.homeward.journey.spell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a person in a hospital, as its facts tell it. Times and places that nobody told are null.
 *
 * @param person whose stay it is
 * @param site the hospital
 * @param visit the hospital's number of the stay; blank if it gave none
 * @param state where the stay stands
 * @param location where the person is, or was last
 * @param arrivedAt when the person came, or the earliest time at which they were known to be there
 * @param admittedAt when they were given a bed
 * @param leftAt when they left
 * @param expectedAt when they are expected to leave
 * @param reason why they came; blank if nobody said
 * @param destination where they went
 * @param codes the coded diagnoses (ICD-10, capitals without dots), the main one first; empty until they are coded
 * @param moves from one ward to another, once in a bed, in order
 */
public record Spell(
        String person,
        String site,
        String visit,
        State state,
        @Nullable String location,
        @Nullable Instant arrivedAt,
        @Nullable Instant admittedAt,
        @Nullable Instant leftAt,
        @Nullable Instant expectedAt,
        String reason,
        @Nullable String destination,
        List<String> codes,
        List<WardMove> moves) {

    public Spell {
        codes = List.copyOf(codes);
        moves = List.copyOf(moves);
    }

    /** What the destination says when an emergency visit went over into a stay under another number. */
    public static final String INTO_A_BED = "admitted";

    /** Where a stay stands. */
    public enum State {
        /** In the hospital without a bed. */
        ARRIVED,
        /** In a bed. */
        ADMITTED,
        /** Gone. */
        LEFT,
        /** It never came about. */
        CANCELLED
    }

    /** The ward where the person is, or was last; empty if nobody told. */
    public String ward() {
        return location == null ? "" : WardMove.ward(location);
    }

    /** True while the person is in the hospital. */
    public boolean isOpen() {
        return switch (state) {
            case ARRIVED, ADMITTED -> true;
            case LEFT, CANCELLED -> false;
        };
    }
}
