package uk.homeward.server.exchange.outgoing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told.
 *
 * @param id names it in the outbox; never changed once messages were sent
 * @param organisation whose system it is: it is not told what it told itself
 * @param pools the pools whose new people it is told of by referral; empty for all
 */
public record Subscriber(String id, String name, String organisation, Line line, Set<Kind> kinds, Set<String> pools) {

    public Subscriber {
        kinds = Set.copyOf(kinds);
        pools = Set.copyOf(pools);
    }

    /** How it is reached. */
    public sealed interface Line {

        /** Where, in words. */
        String words();
    }

    /** HL7 v2 over MLLP; application and facility stand in MSH-5 and MSH-6. */
    public record Mllp(String host, int port, String application, String facility) implements Line {
        @Override
        public String words() {
            return "MLLP " + host + ":" + port;
        }
    }

    /**
     * FHIR messages, posted to {@code $process-message} of this base.
     *
     * @param tokenFrom the environment variable that holds the bearer token; null if none is sent
     */
    public record Fhir(String base, @Nullable String tokenFrom) implements Line {
        @Override
        public String words() {
            return base;
        }
    }

    boolean takes(Kind kind) {
        return kinds.contains(kind);
    }
}
