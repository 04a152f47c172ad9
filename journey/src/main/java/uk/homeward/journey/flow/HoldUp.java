package uk.homeward.journey.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain of causes for which somebody who is ready has not left.
 *
 * @param cause the id of the place's delay cause; empty for the time before anybody named one
 * @param until when the next one took over, the person met the criteria again, or left; null while it holds
 * @param by who named it; empty where nobody did
 */
public record HoldUp(
        String cause,
        String note,
        String by,
        Instant from,
        @Nullable Instant until) {

    /** A cause as somebody named it. */
    record Named(Instant at, String cause, String note, String by) {}

    /** True if it held at this moment. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    public boolean isNamed() {
        return !cause.isEmpty();
    }

    /**
     * The chain over all periods, without a gap: each period begins with a link, though nobody may have named it. Causes
     * named outside of a period are not looked at; the same cause named again goes on, with what was said of it last.
     *
     * @param named in the order in which they were named
     */
    static List<HoldUp> chain(List<ReadyPeriod> periods, List<Named> named) {
        List<HoldUp> chain = new ArrayList<>();
        for (ReadyPeriod period : periods) {
            HoldUp open = new HoldUp("", "", "", period.from(), period.until());
            for (Named next : named) {
                boolean same = next.cause().equals(open.cause());
                if (same && period.covers(next.at()) && !next.note().isBlank()) {
                    open = new HoldUp(open.cause(), next.note(), next.by(), open.from(), open.until());
                }
                if (!same && period.covers(next.at())) {
                    if (next.at().isAfter(open.from())) {
                        chain.add(new HoldUp(open.cause(), open.note(), open.by(), open.from(), next.at()));
                    }
                    open = new HoldUp(next.cause(), next.note(), next.by(), next.at(), period.until());
                }
            }
            chain.add(open);
        }
        return List.copyOf(chain);
    }
}
