package uk.homeward.server.exchange.resources;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Shape.Child;

/** What a resource is found by: the rows of the search tables, taken from its JSON. */
final class IndexRows {

    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    record Token(int param, String value) {}

    record Words(int param, String value) {}

    record When(int param, Span span) {}

    record Amount(int param, BigDecimal value, String unit) {}

    private final ZoneId zone;
    private final Set<Token> tokens = new LinkedHashSet<>();
    private final Map<Words, String> strings = new LinkedHashMap<>();
    private final Set<When> dates = new LinkedHashSet<>();
    private final Set<Amount> amounts = new LinkedHashSet<>();
    private @Nullable String patient;
    private @Nullable OffsetDateTime occurred;

    private IndexRows(ZoneId zone) {
        this.zone = zone;
    }

    static IndexRows of(Type type, String id, ObjectNode tree, ZoneId zone) {
        IndexRows rows = new IndexRows(zone);
        type.paths(Param.Kind.TOKEN).forEach(p -> rows.tokens(p, tree));
        type.paths(Param.Kind.URI).forEach(p -> p.each(tree, (c, v) -> rows.token(p, v.asString(""))));
        type.paths(Param.Kind.REFERENCE).forEach(p -> p.each(tree, (c, v) -> rows.reference(p, v)));
        type.paths(Param.Kind.STRING).forEach(p -> p.each(tree, (c, v) -> rows.words(p, c, v)));
        type.paths(Param.Kind.DATE).forEach(p -> p.each(tree, (c, v) -> rows.date(p, v)));
        type.paths(Param.Kind.QUANTITY).forEach(p -> p.each(tree, (c, v) -> rows.quantity(p, v)));
        type.paths(Param.Kind.NUMBER).forEach(p -> p.each(tree, (c, v) -> rows.quantity(p, v)));
        rows.patient = type.name().equals("Patient") ? id : patient(type, tree);
        rows.occurred = rows.occurred(type, tree);
        return rows;
    }

    Set<Token> tokens() {
        return tokens;
    }

    Map<Words, String> strings() {
        return strings;
    }

    Set<When> dates() {
        return dates;
    }

    Set<Amount> amounts() {
        return amounts;
    }

    /** The id of the Patient whom it is about; null if it is about nobody here. */
    @Nullable
    String patient() {
        return patient;
    }

    @Nullable
    OffsetDateTime occurred() {
        return occurred;
    }

    private static @Nullable String patient(Type type, ObjectNode tree) {
        String[] found = new String[1];
        for (Path path : type.patients()) {
            path.each(tree, (child, value) -> {
                String to = Address.local(value.path("reference").asString(""));
                if (found[0] == null && to.startsWith("Patient/")) {
                    found[0] = to.substring("Patient/".length());
                }
            });
        }
        return found[0];
    }

    private @Nullable OffsetDateTime occurred(Type type, ObjectNode tree) {
        OffsetDateTime[] found = new OffsetDateTime[1];
        for (Path path : type.when()) {
            path.each(tree, (child, value) -> {
                @Nullable Span span = span(value);
                if (found[0] == null && span != null) {
                    found[0] = span.low().equals(Span.EVER) ? span.high() : span.low();
                }
            });
        }
        return found[0];
    }

    private void tokens(Path path, ObjectNode tree) {
        int before = tokens.size();
        path.each(tree, (child, value) -> {
            switch (child.type()) {
                case "CodeableConcept" -> value.path("coding").forEach(c -> coded(path, c, "code"));
                case "Coding" -> coded(path, value, "code");
                case "Identifier" -> coded(path, value, "value");
                case "ContactPoint" -> token(path, value.path("value").asString("") + "|");
                case "dateTime" -> token(path, "true|"); // deceased at some time
                default -> token(path, value.isValueNode() ? value.asString("") + "|" : "");
            }
        });
        if (path.text().equals(Path.DECEASED) && tokens.size() == before) {
            token(path, "false|");
        }
    }

    private void coded(Path path, JsonNode value, String code) {
        token(path, value.path(code).asString("") + "|" + value.path("system").asString(""));
    }

    private void token(Path path, String value) {
        if (!value.isBlank() && !value.equals("|")) {
            tokens.add(new Token(path.number(), cut(value)));
        }
    }

    private void reference(Path path, JsonNode value) {
        if (value.isString()) {
            token(path, reference(value.asString()));
        } else {
            token(path, reference(value.path("reference").asString("")));
            JsonNode identifier = value.path("identifier");
            if (identifier.isObject()) {
                coded(path, identifier, "value");
            }
        }
    }

    /** A reference as it stands in the tables. */
    static String reference(String text) {
        String local = Address.local(text);
        return text.startsWith("#") ? "" : local.isEmpty() ? text : local;
    }

    private void words(Path path, Child child, JsonNode value) {
        switch (child.type()) {
            case "HumanName" -> parts(path, value, "family", "given", "prefix", "suffix", "text");
            case "Address" -> parts(path, value, "line", "city", "district", "state", "postalCode", "country", "text");
            default -> word(path, value.asString(""));
        }
    }

    private void parts(Path path, JsonNode value, String... parts) {
        for (String part : parts) {
            JsonNode words = value.path(part);
            if (words.isArray()) {
                words.forEach(w -> word(path, w.asString("")));
            } else {
                word(path, words.asString(""));
            }
        }
    }

    private void word(Path path, String text) {
        if (!text.isBlank()) {
            strings.putIfAbsent(new Words(path.number(), plain(text)), text);
        }
    }

    /** Small letters without accents, with single blanks. */
    static String plain(String text) {
        String bare = ASCII.matcher(text).matches()
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return cut(BLANKS.matcher(bare.strip()).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    static String cut(String whole) {
        String text = whole.replace('\0', ' '); // which PostgreSQL has not
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private void date(Path path, JsonNode value) {
        if (value.path("event").isArray()) {
            value.path("event").forEach(e -> date(path, e));
        }
        @Nullable
        Span span = span(
                value.path("repeat").path("boundsPeriod").isObject()
                        ? value.path("repeat").path("boundsPeriod")
                        : value);
        if (span != null) {
            dates.add(new When(path.number(), span));
        }
    }

    private @Nullable Span span(JsonNode value) {
        if (value.isString()) {
            return Span.of(value.asString(), zone);
        }
        @Nullable Span start = Span.of(value.path("start").asString(""), zone);
        @Nullable Span end = Span.of(value.path("end").asString(""), zone);
        return start == null && end == null
                ? null
                : new Span(start == null ? Span.EVER : start.low(), end == null ? Span.NEVER : end.high());
    }

    private void quantity(Path path, JsonNode value) {
        JsonNode amount = value.isNumber()
                ? value
                : value.path("value").isNumber()
                        ? value.path("value")
                        : value.path("low").path("value");
        if (amount.isNumber() && Math.abs((long) amount.decimalValue().scale()) < MOST_DIGITS) {
            String code = value.path("code")
                    .asString(value.path("currency").asString(value.path("unit").asString("")));
            amounts.add(new Amount(
                    path.number(),
                    amount.decimalValue().stripTrailingZeros(),
                    cut(code + "|" + value.path("system").asString(""))));
        }
    }
}
