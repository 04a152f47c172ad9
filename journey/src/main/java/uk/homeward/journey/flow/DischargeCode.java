package uk.homeward.journey.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;

/**
 * Where somebody went by the code of the hospital's message (NHS Data Dictionary, discharge destination; older and newer
 * codes). It is coarser than what staff name, so it only speaks where they named nothing.
 */
public final class DischargeCode {

    /** The person died. */
    public static final String DIED = "79";

    private static final int BED_FOR_A_SHORT_TIME = 2;

    private DischargeCode() {}

    /**
     * Reads a code.
     *
     * @param pathway the way out that the described need points to; null if nobody described it
     * @param livesInCareHome whether a care home was their home before
     * @return empty if the code says nothing, or is none
     */
    public static Optional<DestinationKind> read(
            @Nullable String code, @Nullable Integer pathway, boolean livesInCareHome) {
        boolean shortTime = pathway != null && pathway == BED_FOR_A_SHORT_TIME;
        return Optional.ofNullable(
                switch (code == null ? "" : code.strip()) {
                    case "19" -> livesInCareHome ? DestinationKind.USUAL_CARE_HOME : DestinationKind.HOME;
                    case "29", "37", "38", "40", "42", "66", "89" -> DestinationKind.ELSEWHERE;
                    case "51", "87" -> shortTime ? DestinationKind.COMMUNITY_BED : DestinationKind.OTHER_HOSPITAL;
                    case "30", "48", "49", "50", "52", "53", "84" -> DestinationKind.OTHER_HOSPITAL;
                    case "54", "55", "56", "65", "85" -> careHome(shortTime, livesInCareHome);
                    case "88" -> DestinationKind.HOSPICE;
                    case DIED -> DestinationKind.DIED;
                    default -> null; // the hospital's own code, or not known
                });
    }

    private static DestinationKind careHome(boolean shortTime, boolean livesInCareHome) {
        if (livesInCareHome) {
            return DestinationKind.USUAL_CARE_HOME;
        }
        return shortTime ? DestinationKind.CARE_HOME_FOR_NOW : DestinationKind.NEW_CARE_HOME;
    }
}
