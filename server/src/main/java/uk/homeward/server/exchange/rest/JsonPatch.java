package uk.homeward.server.exchange.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Unusable;

/** Changes a document by the operations of JSON Patch (RFC 6902), all or none. */
final class JsonPatch {

    private final ObjectNode document;

    private JsonPatch(ObjectNode document) {
        this.document = document;
    }

    static byte[] apply(byte[] document, byte[] patch) {
        try {
            if (!(Json.MAPPER.readTree(patch) instanceof ArrayNode operations)) {
                throw Unusable.request("patch", "a JSON patch is a list of operations");
            }
            JsonPatch of = new JsonPatch((ObjectNode) Json.MAPPER.readTree(document));
            for (int i = 0; i < operations.size(); i++) {
                of.one(operations.get(i), "patch[" + i + "]");
            }
            return Json.MAPPER.writeValueAsBytes(of.document);
        } catch (JacksonException e) {
            throw Unusable.request("patch", "the patch is not well-formed JSON");
        }
    }

    private void one(JsonNode operation, String at) {
        List<String> path = pointer(operation.path("path").asString(""), at);
        switch (operation.path("op").asString("")) {
            case "add" -> add(path, value(operation, at), at);
            case "remove" -> remove(path, at);
            case "replace" -> {
                remove(path, at);
                add(path, value(operation, at), at);
            }
            case "move" -> add(path, remove(pointer(operation.path("from").asString(""), at), at), at);
            case "copy" ->
                add(
                        path,
                        get(pointer(operation.path("from").asString(""), at), at)
                                .deepCopy(),
                        at);
            case "test" -> {
                if (!get(path, at).equals(value(operation, at))) {
                    throw new Unusable(
                            422,
                            List.of(new uk.homeward.server.exchange.resources.Issue(
                                    "processing", at, "its test does not hold", true)));
                }
            }
            default -> throw Unusable.request(at, "op is add, remove, replace, move, copy or test");
        }
    }

    private static JsonNode value(JsonNode operation, String at) {
        @Nullable JsonNode value = operation.get("value");
        if (value == null) {
            throw Unusable.request(at, "the value is missing");
        }
        return value;
    }

    private static List<String> pointer(String text, String at) {
        if (!text.startsWith("/")) {
            throw Unusable.request(at, "a path begins with /");
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.substring(1).split("/", -1)) {
            parts.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return parts;
    }

    private JsonNode get(List<String> path, String at) {
        JsonNode node = document;
        for (String part : path) {
            @Nullable
            JsonNode next = node instanceof ArrayNode list
                    ? index(part, list.size() - 1) < 0 ? null : list.get(index(part, list.size() - 1))
                    : node.get(part);
            if (next == null) {
                throw Unusable.request(at, "its path leads nowhere");
            }
            node = next;
        }
        return node;
    }

    private void add(List<String> path, JsonNode value, String at) {
        String last = path.getLast();
        switch (get(path.subList(0, path.size() - 1), at)) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode list -> {
                int index = last.equals("-") ? list.size() : index(last, list.size());
                if (index < 0) {
                    throw Unusable.request(at, "its path leads past the end of a list");
                }
                list.insert(index, value);
            }
            default -> throw Unusable.request(at, "its path leads into a value");
        }
    }

    private JsonNode remove(List<String> path, String at) {
        JsonNode old = get(path, at);
        String last = path.getLast();
        switch (get(path.subList(0, path.size() - 1), at)) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode list -> list.remove(index(last, list.size() - 1));
            default -> throw Unusable.request(at, "its path leads into a value");
        }
        return old;
    }

    /** The position in a list; -1 if there is none up to {@code most}. */
    private static int index(String text, int most) {
        if (!text.matches("0|[1-9]\\d{0,8}")) {
            return -1;
        }
        int index = Integer.parseInt(text);
        return index <= most ? index : -1;
    }
}
