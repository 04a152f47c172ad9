package uk.homeward.server.exchange.resources;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of a resource as it stands in the store.
 *
 * @param key grows with time; names this version
 * @param updatedAt when it was received
 * @param patient the id of the Patient whom it is about; null if it is about nobody
 * @param person the person who that Patient is; null if it is about nobody
 * @param organisation who sent it
 * @param sender the user or system of that organisation
 * @param channel how it came, such as {@code fhir}
 * @param meta what the sender's meta says beside version and time
 * @param content its JSON as received; null if its reader must be known to care for the person first
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Kept(
        long key,
        String type,
        String id,
        int version,
        boolean deleted,
        Instant updatedAt,
        @Nullable String patient,
        @Nullable String person,
        String organisation,
        String sender,
        String channel,
        String meta,
        byte[] pieces,
        byte @Nullable [] content) {

    private static final Pattern RESTRICTED = Pattern.compile("v3-Confidentiality\"[^{}]*\"code\"\\s*:\\s*\"[RV]\""
            + "|\"code\"\\s*:\\s*\"[RV]\"[^{}]*v3-Confidentiality\"");

    /** True if its sender marked it as restricted or very restricted; the column {@code sensitive} says the same. */
    public boolean isSensitive() {
        return RESTRICTED.matcher(meta).find();
    }

    /** Its relative address: {@code Patient/123}. */
    public String reference() {
        return type + "/" + id;
    }

    /** The resource as it is served: as received, with type, id, version and time of this server. */
    public byte[] json() {
        byte[] all = java.util.Objects.requireNonNull(content, "the record was not opened");
        StringBuilder head = new StringBuilder(160 + meta.length())
                .append("{\"resourceType\":\"")
                .append(type)
                .append("\",\"id\":\"")
                .append(id)
                .append("\",\"meta\":{\"versionId\":\"")
                .append(version)
                .append("\",\"lastUpdated\":\"")
                .append(updatedAt)
                .append('"');
        if (!meta.isEmpty()) {
            head.append(',').append(meta);
        }
        byte[] start = ResourceText.utf8(head.append('}').toString());
        ByteBuffer from = ByteBuffer.wrap(pieces);
        ByteBuffer to = ByteBuffer.allocate(start.length + all.length + pieces.length / 8 + 1);
        to.put(start);
        while (from.hasRemaining()) {
            int begin = from.getInt();
            int end = from.getInt();
            to.put((byte) ',').put(all, begin, end - begin);
        }
        to.put((byte) '}');
        return java.util.Arrays.copyOf(to.array(), to.position());
    }
}
