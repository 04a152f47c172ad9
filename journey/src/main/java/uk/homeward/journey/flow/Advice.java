package uk.homeward.journey.flow;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import uk.homeward.journey.event.FlowEvent.Need;

/**
 * Which way out a described need points to (hospital discharge guidance, January 2024): 0 home without new help, 1 home
 * with help, 2 a bed for a short time, 3 a home for good. It is a reading of the need, never a package.
 *
 * @param why in plain words
 */
public record Advice(int pathway, String why) {

    private static final Set<Need> SHORT_TERM = EnumSet.of(Need.NOT_SAFE_BETWEEN_VISITS, Need.CARE_AT_NIGHT);

    public static Advice of(Collection<Need> needs) {
        if (needs.contains(Need.LASTING_CARE_DAY_AND_NIGHT)) {
            return new Advice(3, "Care day and night will be needed for good, so the hub looks for a home with them.");
        }
        if (needs.stream().anyMatch(SHORT_TERM::contains)) {
            return new Advice(
                    2, "For now home is not safe without somebody there, so a bed for a short time comes first.");
        }
        boolean nothingNew = needs.stream().allMatch(need -> need == Need.NOTHING_NEW);
        return nothingNew
                ? new Advice(0, "What they had before is enough: the ward arranges it.")
                : new Advice(1, "All that was described can be given at home.");
    }

    /** True if the person could be at home. */
    public boolean isHome() {
        return pathway <= 1;
    }

    /** What people call a way out. */
    public static String title(int pathway) {
        return switch (pathway) {
            case 0 -> "Home, nothing new";
            case 1 -> "Home with help";
            case 2 -> "A bed for a short time";
            case 3 -> "A care home";
            default -> throw new IllegalArgumentException("there is no pathway (" + pathway + "). Maybe: 0 to 3");
        };
    }
}
