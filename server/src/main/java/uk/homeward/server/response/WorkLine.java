package uk.homeward.server.response;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One open journey, as a list shows it.
 *
 * @param state the journey's state, such as {@code WAITING}
 * @param at the step, decision or {@code referral} at which it stands
 * @param dueStandard the standard whose clock runs out first; null where no clock runs
 * @param dueWarnAt when lists begin to warn
 * @param dueAt when that clock runs out
 */
public record WorkLine(
        String id,
        String pathway,
        int version,
        String person,
        String name,
        @Nullable LocalDate born,
        @Nullable String nhsNumber,
        String route,
        String senderKind,
        String sender,
        String reason,
        String urgency,
        String locality,
        String state,
        String at,
        Instant since,
        Instant openedAt,
        String team,
        String staff,
        String staffName,
        @Nullable Instant readySince,
        @Nullable String delayCause,
        @Nullable String dueStandard,
        @Nullable Instant dueWarnAt,
        @Nullable Instant dueAt) {

    /** True while the journey goes on. */
    public boolean isOpen() {
        return switch (state) {
            case "ENDED", "DECLINED", "WITHDRAWN" -> false;
            default -> true;
        };
    }

    /** The class of the clock's mark at a moment. */
    public String clock(Instant now) {
        if (dueAt == null) {
            return "";
        }
        if (now.isAfter(dueAt)) {
            return "hw-clock--breached";
        }
        return dueWarnAt != null && !now.isBefore(dueWarnAt) ? "hw-clock--warning" : "hw-clock--running";
    }
}
