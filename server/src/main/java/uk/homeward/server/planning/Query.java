package uk.homeward.server.planning;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The question part of an address. */
final class Query {

    private Query() {}

    static String of(Map<String, String> given) {
        return given.isEmpty()
                ? ""
                : "?"
                        + given.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
