package uk.homeward.server.exchange.resources;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON text of one resource as it was received. Type, id and meta are the server's to say, so they are left out where
 * it is served; the other bytes go out as they came in.
 *
 * @param content the bytes as received
 * @param pieces where what is served stands in them: pairs of ints, from and to
 * @param id the id that the sender gave; null if none
 * @param meta what the sender's meta says but for version and time, without braces; blank if nothing
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record ResourceText(
        byte[] content,
        byte[] pieces,
        String type,
        @Nullable String id,
        String meta,
        ObjectNode tree) {

    private static final int LONGEST_REASON = 200;

    /** Reads a resource; throws {@link Unusable} if it is not well-formed JSON in UTF-8 with a type. */
    public static ResourceText read(byte[] bytes) {
        try {
            byte[] content = withoutMark(bytes);
            if (!(Json.MAPPER.readTree(content) instanceof ObjectNode tree)) {
                throw Unusable.unreadable("the body is no JSON object");
            }
            String type = tree.path("resourceType").asString("");
            if (type.isEmpty()) {
                throw new Unusable(
                        400, java.util.List.of(Issue.fault("required", "resourceType", "the type is missing")));
            }
            JsonNode id = tree.path("id");
            return new ResourceText(
                    content, pieces(content), type, id.isString() ? id.asString() : null, meta(tree), tree);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    static Unusable unreadable(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return Unusable.unreadable("the body is not well-formed JSON" + where + " ("
                + (why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why) + ")");
    }

    /** The same resource with references replaced, such as a bundle's own names by what they became. */
    public static byte[] replaced(byte[] content, Map<String, String> references) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 64);
        int copied = 0;
        try (JsonParser parser = Json.MAPPER.createParser(content)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                @Nullable String to = token == JsonToken.VALUE_STRING ? references.get(parser.getString()) : null;
                if (to != null) {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    out.write(content, copied, from - copied);
                    out.writeBytes(Json.MAPPER.writeValueAsBytes(to));
                    copied = (int) parser.currentLocation().getByteOffset();
                }
            }
        }
        if (copied == 0) {
            return content;
        }
        out.write(content, copied, content.length - copied);
        return out.toByteArray();
    }

    private static byte[] withoutMark(byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            throw Unusable.unreadable("the body is not UTF-8");
        }
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static byte[] pieces(byte[] content) {
        ByteBuffer pieces = ByteBuffer.allocate(64);
        try (JsonParser parser = Json.MAPPER.createParser(content)) {
            parser.nextToken();
            int from = -1;
            int to = -1;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.nextToken();
                parser.skipChildren();
                parser.finishToken();
                boolean ours = name.equals("resourceType") || name.equals("id") || name.equals("meta");
                if (ours && from >= 0) {
                    pieces.putInt(from).putInt(to);
                    from = -1;
                } else if (!ours) {
                    from = from < 0 ? start : from;
                    to = (int) parser.currentLocation().getByteOffset();
                }
            }
            if (from >= 0) {
                pieces.putInt(from).putInt(to);
            }
        }
        return Arrays.copyOf(pieces.array(), pieces.position());
    }

    private static String meta(ObjectNode tree) {
        if (!(tree.path("meta") instanceof ObjectNode meta)) {
            return "";
        }
        ObjectNode kept = meta.deepCopy();
        kept.remove(java.util.List.of("versionId", "lastUpdated"));
        String text = Json.MAPPER.writeValueAsString(kept);
        return text.substring(1, text.length() - 1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
