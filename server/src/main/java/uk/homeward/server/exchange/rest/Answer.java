package uk.homeward.server.exchange.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.resources.Kept;

/**
 * What an interaction comes to.
 *
 * @param body JSON; null if none
 * @param kept the resource that was read or written; null if it is not about one
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record Answer(int status, byte @Nullable [] body, @Nullable Kept kept, Map<String, String> headers) {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int ACCEPTED = 202;
    static final int NO_CONTENT = 204;
    static final int NOT_MODIFIED = 304;

    static Answer of(int status, byte @Nullable [] body) {
        return new Answer(status, body, null, Map.of());
    }

    static Answer of(int status, Kept kept, byte @Nullable [] body) {
        return new Answer(status, body, kept, Map.of());
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, kept, more);
    }
}
