package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of input; each read names the key, and the (value) when it is not what is needed. */
record CaseInput(ObjectNode object) {

    boolean has(String key) {
        return find(key) != null;
    }

    double number(String key) {
        return numberIn(key, get(key));
    }

    double number(String key, double otherwise) {
        JsonNode node = find(key);
        return node == null ? otherwise : numberIn(key, node);
    }

    @Nullable
    Double findNumber(String key) {
        JsonNode node = find(key);
        return node == null ? null : (Double) numberIn(key, node);
    }

    int whole(String key) {
        return wholeIn(key, get(key));
    }

    @Nullable
    Integer findWhole(String key) {
        JsonNode node = find(key);
        return node == null ? null : (Integer) wholeIn(key, node);
    }

    /** True or false; 1 and 0 are taken as well. */
    boolean flag(String key) {
        JsonNode node = get(key);
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber() && (node.doubleValue() == 0 || node.doubleValue() == 1)) {
            return node.doubleValue() == 1;
        }
        throw unfit(key, node, "true or false");
    }

    boolean flag(String key, boolean otherwise) {
        return has(key) ? flag(key) : otherwise;
    }

    String text(String key, String otherwise) {
        JsonNode node = find(key);
        return node == null ? otherwise : textIn(key, node);
    }

    double[] numbers(String key) {
        return list(key, node -> numberIn(key, node)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Numbers, of which some may be null. */
    List<@Nullable Double> numbersWithGaps(String key) {
        List<@Nullable Double> values = new ArrayList<>();
        for (JsonNode node : array(key)) {
            values.add(node.isNull() ? null : (Double) numberIn(key, node));
        }
        return values;
    }

    int[] wholes(String key) {
        return list(key, node -> wholeIn(key, node)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int[] wholesOrNone(String key) {
        return has(key) ? wholes(key) : new int[0];
    }

    List<String> texts(String key) {
        return list(key, node -> textIn(key, node));
    }

    private <T> List<T> list(String key, Function<JsonNode, T> each) {
        List<T> values = new ArrayList<>();
        for (JsonNode node : array(key)) {
            values.add(each.apply(node));
        }
        return values;
    }

    private JsonNode array(String key) {
        JsonNode node = get(key);
        if (!node.isArray()) {
            throw unfit(key, node, "an array");
        }
        return node;
    }

    private @Nullable JsonNode find(String key) {
        JsonNode node = object.get(key);
        return node == null || node.isNull() ? null : node;
    }

    private JsonNode get(String key) {
        JsonNode node = find(key);
        if (node == null) {
            throw new IllegalArgumentException("The key (" + key + ") is missing. Maybe: it is misspelt; there are "
                    + object.propertyNames() + ".");
        }
        return node;
    }

    private static double numberIn(String key, JsonNode node) {
        if (!node.isNumber()) {
            throw unfit(key, node, "a number");
        }
        return node.doubleValue();
    }

    private static int wholeIn(String key, JsonNode node) {
        double value = numberIn(key, node);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw unfit(key, node, "a whole number");
        }
        return (int) value;
    }

    private static String textIn(String key, JsonNode node) {
        if (!node.isString()) {
            throw unfit(key, node, "a text");
        }
        return node.stringValue();
    }

    private static IllegalArgumentException unfit(String key, JsonNode node, String needed) {
        return new IllegalArgumentException("The key (" + key + ") holds (" + node + ") where " + needed
                + " is needed. Maybe: a value is missing or quoted.");
    }
}
