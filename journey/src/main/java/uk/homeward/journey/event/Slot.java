package uk.homeward.journey.event;

import java.util.Locale;

/**
 * Which hours of care: where, at what time of the day, and by whom.
 *
 * @param area a locality of the place; empty for the whole place
 * @param skill such as {@code double-handed} or {@code medicines}, in the place's words; empty for any
 */
public record Slot(String area, Part part, String skill) {

    /** Times of the day at which home care is given. */
    public enum Part {
        MORNING,
        LUNCH,
        TEA,
        BED;

        /** As pages and tables write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
