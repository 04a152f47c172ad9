package uk.homeward.server.exchange.resources;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a search as conditions on one row of a search table {@code t}. */
final class Match {

    private static final Pattern PREFIX = Pattern.compile("(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.*)");
    private static final String AFTER_ALL = "\uDBFF\uDFFF";

    private final ZoneId zone;

    Match(ZoneId zone) {
        this.zone = zone;
    }

    static String table(Param.Kind kind) {
        return switch (kind) {
            case TOKEN, REFERENCE, URI -> "resource_token";
            case STRING -> "resource_string";
            case DATE -> "resource_date";
            case QUANTITY, NUMBER -> "resource_quantity";
        };
    }

    Sql of(Param param, String modifier, String value) {
        return switch (param.kind()) {
            case TOKEN -> token(param, value);
            case REFERENCE -> reference(param, modifier, value);
            case URI -> uri(modifier, value);
            case STRING -> string(modifier, value);
            case DATE -> date(value, "t.low", "t.high", param.name());
            case QUANTITY, NUMBER -> quantity(param, value);
        };
    }

    private static Sql token(Param param, String value) {
        int bar = value.indexOf('|');
        String code = bar < 0 ? value : value.substring(bar + 1);
        if (param.isPlainCode()) {
            return Sql.of("t.value = ?", IndexRows.cut(code + "|"));
        }
        if (bar < 0) {
            return Sql.of("t.value >= ? and t.value < ?", code + "|", code + "}");
        }
        String system = value.substring(0, bar);
        return code.isEmpty()
                ? Sql.of("t.value like ?", "%|" + literally(system))
                : Sql.of("t.value = ?", IndexRows.cut(code + "|" + system));
    }

    private static Sql reference(Param param, String modifier, String value) {
        if (modifier.equals("identifier")) {
            int bar = value.indexOf('|');
            return Sql.of(
                    "t.value = ?", bar < 0 ? value + "|" : value.substring(bar + 1) + "|" + value.substring(0, bar));
        }
        String local = Address.local(value);
        Set<String> targets = modifier.isEmpty() ? param.targets() : Set.of(modifier);
        if (!local.isEmpty()) {
            boolean possible = targets.isEmpty() || targets.contains(local.substring(0, local.indexOf('/')));
            return possible ? Sql.of("t.value = ?", local) : Sql.of("false");
        }
        if (!Address.isId(value)) {
            return Sql.of("t.value = ?", IndexRows.cut(value));
        }
        if (targets.size() == 1) {
            return Sql.of("t.value = ?", targets.iterator().next() + "/" + value);
        }
        return targets.isEmpty()
                ? Sql.of("t.value like ?", "%/" + literally(value))
                : Sql.of("t.value = any(?)", (Object)
                        targets.stream().sorted().map(t -> t + "/" + value).toArray(String[]::new));
    }

    private static Sql uri(String modifier, String value) {
        return modifier.equals("below")
                ? Sql.of("t.value >= ? and t.value < ?", value, value + AFTER_ALL)
                : Sql.of("t.value = ?", IndexRows.cut(value));
    }

    private static Sql string(String modifier, String value) {
        String plain = IndexRows.plain(value);
        return switch (modifier) {
            case "exact" -> Sql.of("t.value = ? and t.exact = ?", plain, value);
            case "contains" -> Sql.of("t.value like ?", "%" + literally(plain) + "%");
            default -> Sql.of("t.value >= ? and t.value < ?", plain, plain + AFTER_ALL);
        };
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A date with its prefix against a time that lasts from {@code low} to {@code high}. */
    Sql date(String value, String low, String high, String param) {
        Matcher parts = PREFIX.matcher(value);
        boolean whole = parts.matches();
        @Nullable Span span = whole ? Span.of(parts.group(2).replace(' ', '+'), zone) : null;
        if (span == null) {
            throw Unusable.request(param, "(" + param + ") is no date such as 2026-11-29 or ge2026-11");
        }
        OffsetDateTime from = span.low();
        OffsetDateTime to = span.high();
        @Nullable String prefix = parts.group(1);
        return switch (prefix == null ? "eq" : prefix) {
            case "ne" -> Sql.of("(" + low + " < ? or " + high + " > ?)", from, to);
            case "gt" -> Sql.of(high + " > ?", to);
            case "lt" -> Sql.of(low + " < ?", from);
            case "ge" -> Sql.of(high + " > ?", from);
            case "le" -> Sql.of(low + " < ?", to);
            case "sa" -> Sql.of(low + " >= ?", to);
            case "eb" -> Sql.of(high + " <= ?", from);
            case "ap" -> Sql.of("(" + low + " < ? and " + high + " > ?)", to, from);
            default -> Sql.of("(" + low + " >= ? and " + high + " <= ?)", from, to);
        };
    }

    private static Sql quantity(Param param, String value) {
        List<String> parts = List.of(value.split("\\|", -1));
        Matcher number = PREFIX.matcher(parts.getFirst());
        BigDecimal amount;
        try {
            amount = new BigDecimal(number.matches() ? number.group(2) : "");
        } catch (NumberFormatException e) {
            throw Unusable.request(param.name(), "(" + param.name() + ") is no number such as 5.4 or ge5.4");
        }
        if (Math.abs((long) amount.scale()) > 100) {
            throw Unusable.request(param.name(), "(" + param.name() + ") is too long a number");
        }
        BigDecimal half = BigDecimal.ONE.movePointLeft(amount.scale()).divide(BigDecimal.TWO);
        @Nullable String prefix = number.group(1);
        Sql compared = switch (prefix == null ? "eq" : prefix) {
            case "gt", "sa" -> Sql.of("t.value > ?", amount);
            case "lt", "eb" -> Sql.of("t.value < ?", amount);
            case "ge" -> Sql.of("t.value >= ?", amount);
            case "le" -> Sql.of("t.value <= ?", amount);
            case "ne" -> Sql.of("(t.value < ? or t.value >= ?)", amount.subtract(half), amount.add(half));
            case "ap" -> {
                BigDecimal tenth = amount.abs().movePointLeft(1);
                yield Sql.of("t.value between ? and ?", amount.subtract(tenth), amount.add(tenth));
            }
            default -> Sql.of("t.value >= ? and t.value < ?", amount.subtract(half), amount.add(half));
        };
        if (parts.size() < 3 || parts.get(2).isEmpty()) {
            return compared;
        }
        return parts.get(1).isEmpty()
                ? compared.plus(" and t.unit like ?", literally(parts.get(2)) + "|%")
                : compared.plus(" and t.unit = ?", parts.get(2) + "|" + parts.get(1));
    }
}
