package uk.homeward.server.exchange.overview;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line to other systems.
 *
 * @param path its page
 * @param day how many messages in the last day
 * @param lastAt when the last came or went; null if none ever did
 * @param silent true if that is longer ago than a working line is ever silent
 * @param waiting how many wait for somebody
 * @param remark what one should know of it; blank if nothing
 */
public record InterfaceLine(
        String title,
        String path,
        boolean incoming,
        long day,
        @Nullable Instant lastAt,
        boolean silent,
        long waiting,
        String remark) {

    static InterfaceLine of(
            String title,
            String path,
            boolean incoming,
            long day,
            @Nullable Instant lastAt,
            Duration longest,
            Instant now,
            long waiting,
            String remark) {
        boolean silent = lastAt != null && lastAt.plus(longest).isBefore(now);
        return new InterfaceLine(title, path, incoming, day, lastAt, silent, waiting, remark);
    }
}
