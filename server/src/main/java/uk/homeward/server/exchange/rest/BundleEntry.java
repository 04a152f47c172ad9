package uk.homeward.server.exchange.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * An entry of a batch or transaction.
 *
 * @param fullUrl the name by which other entries refer to it; blank if none
 * @param url what is asked for, relative to the base
 * @param resource its JSON as received; empty if none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record BundleEntry(String fullUrl, String method, String url, Map<String, String> headers, byte[] resource) {

    static final int MOST = 5000;

    /** A bundle with its type and entries. */
    record Parsed(String type, List<BundleEntry> entries) {}

    /** Reads a bundle entry by entry; the resources stay as they are in the bytes. */
    static Parsed read(byte[] bundle) {
        try (JsonParser parser = Json.MAPPER.createParser(bundle)) {
            String type = "";
            String resourceType = "";
            List<BundleEntry> entries = new ArrayList<>();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Unusable.unreadable("the body is no JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("type")) {
                    type = parser.getValueAsString("");
                } else if (name.equals("resourceType")) {
                    resourceType = parser.getValueAsString("");
                } else if (name.equals("entry") && value == JsonToken.START_ARRAY) {
                    entries(parser, bundle, entries);
                } else {
                    parser.skipChildren();
                }
            }
            if (!resourceType.equals("Bundle")) {
                throw Unusable.request("resourceType", "is not Bundle, which the base address takes");
            }
            return new Parsed(type, entries);
        } catch (JacksonException e) {
            throw Unusable.unreadable("the bundle is not well-formed JSON ("
                    + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
        }
    }

    private static void entries(JsonParser parser, byte[] bundle, List<BundleEntry> entries) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (entries.size() == MOST) {
                throw new Unusable(
                        413,
                        List.of(new uk.homeward.server.exchange.resources.Issue(
                                "too-long", "Bundle.entry", "has more than " + MOST + " entries", true)));
            }
            entries.add(entry(parser, bundle));
        }
    }

    private static BundleEntry entry(JsonParser parser, byte[] bundle) {
        String fullUrl = "";
        byte[] resource = new byte[0];
        @Nullable JsonNode request = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "fullUrl" -> fullUrl = parser.getValueAsString("");
                case "request" -> request = parser.readValueAsTree();
                case "resource" -> {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    resource = Arrays.copyOfRange(
                            bundle, from, (int) parser.currentLocation().getByteOffset());
                }
                default -> parser.skipChildren();
            }
        }
        return of(fullUrl, request, resource);
    }

    private static BundleEntry of(String fullUrl, @Nullable JsonNode request, byte[] resource) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (request != null) {
            header(request, "ifMatch", "if-match", headers);
            header(request, "ifNoneMatch", "if-none-match", headers);
            header(request, "ifNoneExist", "if-none-exist", headers);
            header(request, "ifModifiedSince", "if-modified-since", headers);
        }
        return new BundleEntry(
                fullUrl,
                request == null ? "" : request.path("method").asString(""),
                request == null ? "" : request.path("url").asString(""),
                headers,
                resource);
    }

    private static void header(JsonNode request, String element, String header, Map<String, String> headers) {
        if (request.path(element).isString()) {
            headers.put(header, request.path(element).asString());
        }
    }

    /** The parts of the address before the question mark. */
    List<String> path() {
        int query = url.indexOf('?');
        String before = query < 0 ? url : url.substring(0, query);
        return Arrays.stream(before.split("/")).filter(p -> !p.isEmpty()).toList();
    }

    Map<String, List<String>> parameters() {
        return url.indexOf('?') < 0 ? Map.of() : Query.parameters(url);
    }
}
