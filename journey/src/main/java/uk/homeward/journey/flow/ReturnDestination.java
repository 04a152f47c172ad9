package uk.homeward.journey.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;

/** The lines of the daily discharge return on where those who left went, in its published order and words. */
public enum ReturnDestination {
    HOME("P0 - Domestic home without reablement support"),
    OTHER("P0 - Other without reablement support"),
    HOME_WITH_HELP("P1 - Domestic home with reablement support"),
    HOTEL_WITH_HELP("P1 - Hotel with reablement support"),
    OTHER_WITH_HELP("P1 - Other with reablement support"),
    CARE_HOME_FOR_NOW("P2 - Care Home  (short term 24hr support)"),
    ISOLATION_FOR_NOW("P2 - Designated Setting  (isolation before moving to care home)"),
    HOSPICE("P2 - Hospice  (short term 24hr support)"),
    COMMUNITY_BED("P2 - Community Rehab Setting (short term 24hr support)"),
    NEW_CARE_HOME("P3 - Care Home (new admission, likely permanent)"),
    USUAL_CARE_HOME("P3b - Care Home (existing resident discharged back)"),
    ISOLATION_FOR_GOOD("P3 - Designated Setting (isolation before moving to care home as new admission)");

    private static final int FOR_GOOD = 3;

    private final String metric;

    ReturnDestination(String metric) {
        this.metric = metric;
    }

    /** Its name in the published files, double spaces included. */
    public String metric() {
        return metric;
    }

    /**
     * The line on which somebody counts: where they went decides, and for a home whether they need help there.
     *
     * @param to where they went; null if nobody said
     * @param pathway the way out that the described need points to; null if nobody described it
     * @return empty where that is not known, or they did not leave acute care alive
     */
    public static Optional<ReturnDestination> of(@Nullable DestinationKind to, @Nullable Integer pathway) {
        if (to == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (to) {
                    case HOME, WITH_FAMILY -> byHelp(pathway, HOME, HOME_WITH_HELP);
                    case HOTEL -> byHelp(pathway, OTHER, HOTEL_WITH_HELP);
                    case ELSEWHERE -> byHelp(pathway, OTHER, OTHER_WITH_HELP);
                    case COMMUNITY_BED -> COMMUNITY_BED;
                    case CARE_HOME_FOR_NOW -> CARE_HOME_FOR_NOW;
                    case NEW_CARE_HOME -> NEW_CARE_HOME;
                    case USUAL_CARE_HOME -> USUAL_CARE_HOME;
                    case HOSPICE -> HOSPICE;
                    case ISOLATION -> pathway != null && pathway == FOR_GOOD ? ISOLATION_FOR_GOOD : ISOLATION_FOR_NOW;
                    case OUT_OF_AREA -> beyond(pathway);
                    case OTHER_HOSPITAL, DIED -> null;
                });
    }

    private static @Nullable ReturnDestination byHelp(
            @Nullable Integer pathway, ReturnDestination without, ReturnDestination with) {
        if (pathway == null) {
            return null;
        }
        return pathway == 0 ? without : with;
    }

    /** Of another area only the way out is known: the most usual line of it. */
    private static @Nullable ReturnDestination beyond(@Nullable Integer pathway) {
        if (pathway == null) {
            return null;
        }
        return switch (pathway) {
            case 0 -> HOME;
            case 1 -> HOME_WITH_HELP;
            case 2 -> COMMUNITY_BED;
            default -> NEW_CARE_HOME;
        };
    }
}
