package uk.homeward.server.exchange.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Searching.Position;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * Where a search goes on, as an opaque word in a link. Everything is in it, so a link holds after a restart and on another
 * server; it gives nobody a right, for who may see what is asked again.
 */
record PageToken(String type, Map<String, List<String>> parameters, Position position) {

    String word() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("t", type);
        ObjectNode parameter = json.putObject("p");
        parameters.forEach(
                (name, values) -> values.forEach(v -> parameter.withArray(name).add(v)));
        json.put("b", position.before()).put("s", position.skipped()).put("u", position.upTo());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(json));
    }

    static PageToken of(String word) {
        try {
            JsonNode json =
                    Json.MAPPER.readTree(new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8));
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            json.path("p")
                    .properties()
                    .forEach(p -> parameters.put(
                            p.getKey(),
                            p.getValue().valueStream().map(v -> v.asString("")).toList()));
            return new PageToken(
                    json.path("t").asString(""),
                    parameters,
                    new Position(
                            json.path("b").asLong(0),
                            Math.max(0, json.path("s").asInt(0)),
                            json.path("u").asLong(0)));
        } catch (RuntimeException e) {
            throw Unusable.request("_page", "(_page) is none of this server's links");
        }
    }
}
