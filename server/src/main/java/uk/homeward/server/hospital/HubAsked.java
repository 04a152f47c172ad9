package uk.homeward.server.hospital;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the hub's board was narrowed to. */
public record HubAsked(Map<String, String> values) {

    private static final List<String> NAMES = List.of("site", "pathway", "side", "cause", "nights");

    public HubAsked {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty()) {
                known.put(name, value);
            }
        }
        values = java.util.Collections.unmodifiableMap(known);
    }

    public boolean is(String name, String value) {
        return values.getOrDefault(name, "").equals(value);
    }

    public boolean narrows() {
        return !values.isEmpty();
    }

    /** The address of this list, or of the same as a file, ready for {@code &page=2}. */
    public String address(String path) {
        StringBuilder address = new StringBuilder(path + "?");
        values.forEach((name, value) -> address.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return address.toString();
    }
}
