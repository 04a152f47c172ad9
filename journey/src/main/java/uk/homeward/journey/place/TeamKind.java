package uk.homeward.journey.place;

import java.util.Arrays;
import java.util.Optional;
import uk.homeward.journey.source.CsvRow;

/** What a team does; pathways name the kind that carries a step by its {@link #word()}. */
public enum TeamKind {
    /** Takes and sorts all referrals and concerns. */
    FRONT_DOOR,
    /** Older person's advice and liaison: several professions assess before any admission. */
    OPAL,
    /** Goes out within two hours and holds things steady at home for some days. */
    RESPONSE,
    /** Therapy-led enablement at home. */
    ENABLEMENT,
    /** Runs a centre with enablement beds. */
    ENABLEMENT_CENTRE,
    /** The wards of a hospital. */
    WARD,
    /** Hospital care given in the person's own bed at home. */
    VIRTUAL_WARD,
    /** Plans the way out of hospital. */
    DISCHARGE_HUB,
    SOCIAL_WORK,
    MENTAL_HEALTH_LIAISON,
    DISTRICT_NURSING,
    FALLS,
    PALLIATIVE,
    CONTINUING_CARE,
    BROKERAGE,
    CARERS_SUPPORT,
    VOLUNTARY_SUPPORT;

    /** The kind as files write it, such as {@code enablement-centre}. */
    public String word() {
        return CsvRow.word(this);
    }

    /** The kind that files write with this word. */
    public static Optional<TeamKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
