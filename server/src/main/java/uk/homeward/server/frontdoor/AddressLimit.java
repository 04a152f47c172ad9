package uk.homeward.server.frontdoor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may send within a time. Remembers a limited number of addresses, the latest ones. */
final class AddressLimit {

    private static final int MOST_ADDRESSES = 20_000;

    private final InstantSource time;
    private final int most;
    private final Duration within;
    private final Map<String, Deque<Instant>> sent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    AddressLimit(InstantSource time, int most, Duration within) {
        this.time = time;
        this.most = most;
        this.within = within;
    }

    /** Counts one more from this address; false where that is more than the limit. What is refused does not count. */
    synchronized boolean allows(String address) {
        Instant now = time.instant();
        Deque<Instant> recent = sent.computeIfAbsent(address, a -> new ArrayDeque<>());
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(within))) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    Duration within() {
        return within;
    }
}
