package uk.homeward.server.exchange.resources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search of one type.
 *
 * @param filters what must hold, all of them
 * @param sorts in which order; empty for the newest first
 * @param count how many on a page
 * @param includes {@code Type:param} of what the matches refer to
 * @param revIncludes {@code Type:param} of what refers to the matches
 * @param unknown parameters that this server does not know; they were left out
 */
public record Query(
        Type type,
        List<Filter> filters,
        List<Sort> sorts,
        int count,
        List<Include> includes,
        List<Include> revIncludes,
        List<String> unknown) {

    public static final int DEFAULT_COUNT = 50;
    public static final int MOST = 1000;

    /** Parameters that say how the answer looks; the door reads them. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty", "_summary", "_elements", "_total");

    /**
     * One condition.
     *
     * @param param the name, such as {@code code}; a chain has what follows its first dot in {@code chain}
     * @param modifier after the colon; blank if none
     * @param values any of which must match
     */
    public record Filter(
            String param, String modifier, @Nullable String chain, List<String> values) {}

    /** Ascending unless {@code descending}. */
    public record Sort(String param, boolean descending) {}

    /** {@code target} is blank for any type. */
    public record Include(String type, String param, String target, boolean iterate) {}

    /** Reads the parameters of a search; throws {@link Unusable} (400) where a known one has no sense. */
    public static Query of(Type type, Map<String, List<String>> parameters) {
        List<Filter> filters = new ArrayList<>();
        List<Sort> sorts = new ArrayList<>();
        List<Include> includes = new ArrayList<>();
        List<Include> revIncludes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int count = DEFAULT_COUNT;
        for (Map.Entry<String, List<String>> parameter : new LinkedHashMap<>(parameters).entrySet()) {
            String name = parameter.getKey();
            for (String value : parameter.getValue()) {
                switch (name.replaceFirst(":.*", "")) {
                    case "_count" -> count = count(value);
                    case "_sort" -> sorts.addAll(sorts(type, value));
                    case "_include" -> includes.add(include(name, value));
                    case "_revinclude" -> revIncludes.add(include(name, value));
                    default -> {
                        if (!OF_THE_ANSWER.contains(name) && !value.isEmpty()) {
                            filter(type, name, value, filters, unknown);
                        }
                    }
                }
            }
        }
        return new Query(type, filters, sorts, count, includes, revIncludes, unknown);
    }

    private static void filter(Type type, String name, String value, List<Filter> filters, List<String> unknown) {
        if (name.startsWith("_has:")) {
            filters.add(new Filter("_has", name.substring("_has:".length()), null, split(name, value)));
            return;
        }
        int dot = name.indexOf('.');
        String head = dot < 0 ? name : name.substring(0, dot);
        int colon = head.indexOf(':');
        String param = colon < 0 ? head : head.substring(0, colon);
        if (!param.equals("_id")
                && !param.equals("_lastUpdated")
                && !type.params().containsKey(param)) {
            unknown.add(name);
            return;
        }
        filters.add(new Filter(
                param,
                colon < 0 ? "" : head.substring(colon + 1),
                dot < 0 ? null : name.substring(dot + 1),
                split(name, value)));
    }

    private static int count(String value) {
        try {
            return Math.clamp(Integer.parseInt(value), 0, MOST);
        } catch (NumberFormatException e) {
            throw Unusable.request("_count", "(_count) is no whole number");
        }
    }

    private static List<Sort> sorts(Type type, String value) {
        List<Sort> sorts = new ArrayList<>();
        for (String one : value.split(",")) {
            boolean descending = one.startsWith("-");
            String param = descending ? one.substring(1) : one;
            if (!param.equals("_id")
                    && !param.equals("_lastUpdated")
                    && !type.params().containsKey(param)) {
                throw Unusable.request("_sort", "(" + param + ") is nothing by which " + type.name() + " is sorted");
            }
            sorts.add(new Sort(param, descending));
        }
        return sorts;
    }

    private static Include include(String name, String value) {
        String[] parts = value.split(":");
        if (parts.length < 2 || parts.length > 3) {
            throw Unusable.request(name, "(" + name + ") needs a type and a parameter, such as Observation:subject");
        }
        return new Include(parts[0], parts[1], parts.length == 3 ? parts[2] : "", name.endsWith(":iterate"));
    }

    /** The parts between commas, of which {@code \,} is none. */
    private static List<String> split(String name, String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split("(?<!\\\\),")) {
            if (!part.isEmpty()) {
                parts.add(part.replace("\\,", ","));
            }
        }
        if (parts.isEmpty()) {
            throw Unusable.request(name, "(" + name + ") has no value between its commas");
        }
        return parts;
    }

    /** The parameters of {@code identifier=a|b&name=c}, with or without what stands before a question mark. */
    public static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.substring(query.indexOf('?') + 1).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(part.substring(0, equals)), n -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') >= 0) {
                throw Unusable.request("url", "has a character that no text has");
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw Unusable.request("url", "a % in an address is followed by two digits");
        }
    }
}
