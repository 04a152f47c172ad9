package uk.homeward.server.exchange.resources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a resource that is about to be kept.
 *
 * @param text null where it says that the resource is deleted
 * @param findings what is not as R4 says; none of it refuses
 * @param references the resources here to which it refers, and where
 * @param received what was received, where that was not JSON; else null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Draft(
        Type type,
        String id,
        int version,
        @Nullable ResourceText text,
        @Nullable IndexRows rows,
        List<Issue> findings,
        Map<String, Check.Reference> references,
        byte @Nullable [] received,
        @Nullable String rewritten) {

    static Draft deletion(Type type, String id, int version) {
        return new Draft(type, id, version, null, null, List.of(), Map.of(), null, null);
    }

    /** Its relative address. */
    public String reference() {
        return type.name() + "/" + id;
    }

    @Nullable
    String patient() {
        return rows == null ? null : rows.patient();
    }
}
