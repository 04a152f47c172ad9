package uk.homeward.server.exchange.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Kept;

/** Writes a bundle around resources whose JSON is there already. */
final class BundleText {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    private final StringBuilder links = new StringBuilder();
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream(8192);
    private final String type;
    private @Nullable Long total;

    BundleText(String type) {
        this.type = type;
    }

    BundleText total(@Nullable Long count) {
        total = count;
        return this;
    }

    BundleText link(String relation, String url) {
        links.append(links.isEmpty() ? "" : ",")
                .append("{\"relation\":")
                .append(quoted(relation))
                .append(",\"url\":")
                .append(quoted(url))
                .append('}');
        return this;
    }

    /** A resource that was found: {@code match} or {@code include}. */
    void found(String fullUrl, byte[] resource, String mode) {
        begin();
        text(entries, "{\"fullUrl\":" + quoted(fullUrl) + ",\"resource\":");
        entries.writeBytes(resource);
        text(entries, ",\"search\":{\"mode\":\"" + mode + "\"}}");
    }

    /** A version in a history. */
    void version(String base, Kept kept) {
        begin();
        text(entries, "{\"fullUrl\":" + quoted(base + "/" + kept.reference()));
        if (!kept.deleted()) {
            text(entries, ",\"resource\":");
            entries.writeBytes(kept.json());
        }
        String method = kept.deleted() ? "DELETE" : kept.version() == 1 ? "POST" : "PUT";
        String url = method.equals("POST") ? kept.type() : kept.reference();
        text(entries, ",\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}");
        String status = kept.deleted() ? "204" : kept.version() == 1 ? "201" : "200";
        text(
                entries,
                ",\"response\":{\"status\":\"" + status + "\",\"etag\":" + quoted("W/\"" + kept.version() + "\"")
                        + ",\"lastModified\":\"" + kept.updatedAt() + "\"}}");
    }

    /** What became of an entry of a batch or transaction. */
    void response(int status, @Nullable Kept kept, byte @Nullable [] resource, @Nullable ObjectNode outcome) {
        begin();
        text(entries, "{");
        if (resource != null) {
            text(entries, "\"resource\":");
            entries.writeBytes(resource);
            text(entries, ",");
        }
        text(entries, "\"response\":{\"status\":\"" + status + "\"");
        if (kept != null) {
            text(
                    entries,
                    ",\"location\":\"" + kept.reference() + "/_history/" + kept.version() + "\",\"etag\":"
                            + quoted("W/\"" + kept.version() + "\"") + ",\"lastModified\":\"" + kept.updatedAt()
                            + "\"");
        }
        if (outcome != null) {
            text(entries, ",\"outcome\":" + Json.MAPPER.writeValueAsString(outcome));
        }
        text(entries, "}}");
    }

    /** What became of an entry that was a command: Homeward's own resource, with its address and version. */
    void done(Answer answer) {
        begin();
        text(entries, "{\"resource\":");
        entries.writeBytes(java.util.Objects.requireNonNull(answer.body()));
        text(entries, ",\"response\":{\"status\":\"" + answer.status() + "\"");
        answer.headers()
                .forEach((name, value) ->
                        text(entries, ",\"" + name.toLowerCase(java.util.Locale.ROOT) + "\":" + quoted(value)));
        text(entries, "}}");
    }

    private void begin() {
        if (entries.size() > 0) {
            entries.write(',');
        }
    }

    byte[] bytes() {
        text(out, "{\"resourceType\":\"Bundle\",\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"" + type + "\"");
        if (total != null) {
            text(out, ",\"total\":" + total);
        }
        if (!links.isEmpty()) {
            text(out, ",\"link\":[" + links + "]");
        }
        if (entries.size() > 0) {
            text(out, ",\"entry\":[");
            out.writeBytes(entries.toByteArray());
            text(out, "]");
        }
        text(out, "}");
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }
}
