package uk.homeward.server.exchange.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One receiver on the page.
 *
 * @param where how it is reached, in words
 * @param sends what it is told
 * @param waiting how many messages wait for it
 * @param oldest since when the first of them waits
 * @param stuck true if that is longer than a working line ever takes
 */
public record ReceiverLine(
        String id,
        String name,
        String where,
        String sends,
        long sent,
        long waiting,
        long forSomebody,
        @Nullable Instant lastSent,
        @Nullable Instant oldest,
        boolean stuck) {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    static ReceiverLine of(Subscriber s, Outbox.Counts counts, Instant now) {
        boolean stuck = counts.oldest() != null && counts.oldest().plus(LONGEST).isBefore(now);
        return new ReceiverLine(
                s.id(),
                s.name(),
                s.line().words(),
                s.kinds().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Kind::title)
                        .collect(Collectors.joining("; ")),
                counts.sent(),
                counts.waiting(),
                counts.forSomebody(),
                counts.lastSent(),
                counts.oldest(),
                stuck);
    }
}
