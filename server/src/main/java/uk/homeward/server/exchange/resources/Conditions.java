package uk.homeward.server.exchange.resources;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.resources.Query.Filter;

/**
 * The filters of a search as SQL. The one that leaves fewest resources drives: its rows are read in order and the others
 * are looked up for each; so a page of a search is one walk along one index.
 */
final class Conditions {

    private static final int DEEPEST = 3;

    private final String place;
    private final Types types;
    private final Match match;

    Conditions(String place, Types types, ZoneId zone) {
        this.place = place;
        this.types = types;
        this.match = new Match(zone);
    }

    /**
     * A condition on resource {@code r}.
     *
     * @param table the search table whose rows {@code t} it is about; null if it is about {@code r} itself
     * @param rows the condition on {@code t}, or on {@code r}
     * @param single true if a resource has at most one such row
     * @param rank how many resources it leaves, roughly; the least drives
     */
    record Condition(@Nullable String table, Sql rows, boolean single, int rank) {

        static final int NEVER = 100;

        Sql onResource(String place, String r) {
            return table == null
                    ? rows
                    : Sql.of("exists (select 1 from " + table + " t where t.place = ? and ", place)
                            .plus(rows)
                            .plus(" and t.resource = " + r + ".key)");
        }
    }

    /** {@code from ... where ...} of a type's resources that stand and match; {@code r} is the resource. */
    Sql from(Type type, List<Filter> filters, String r, int depth) {
        List<Condition> all = new ArrayList<>(
                filters.stream().map(f -> condition(type, f, r, depth)).toList());
        @Nullable
        Condition driver = all.stream()
                .filter(c -> c.table() != null && c.rank() < Condition.NEVER)
                .min(java.util.Comparator.comparingInt(Condition::rank))
                .orElse(null);
        all.remove(driver);
        Sql sql = driven(driver, r)
                .plus(
                        " where " + r + ".place = ? and " + r + ".type = ? and not " + r + ".deleted and",
                        place,
                        type.name())
                .plus(Rows.newest(r));
        for (Condition condition : all) {
            sql = sql.plus(" and ").plus(condition.onResource(place, r));
        }
        return sql;
    }

    private Sql driven(@Nullable Condition driver, String r) {
        if (driver == null || driver.table() == null) {
            return Sql.of(" from resource " + r);
        }
        Sql rows = driver.single()
                ? Sql.of(
                                " from " + driver.table() + " t join resource " + r + " on " + r
                                        + ".key = t.resource and " + r + ".place = t.place and t.place = ? and ",
                                place)
                        .plus(driver.rows())
                : Sql.of(
                                " from (select distinct t.resource from " + driver.table()
                                        + " t where t.place = ? and ",
                                place)
                        .plus(driver.rows())
                        .plus(") t join resource " + r + " on " + r + ".key = t.resource");
        return rows;
    }

    private Condition condition(Type type, Filter filter, String r, int depth) {
        if (filter.param().equals("_has")) {
            return has(type, filter, r, depth);
        }
        if (filter.param().equals("_id")) {
            return ofResource(
                    Sql.of(r + ".id = any(?)", (Object) filter.values().toArray(new String[0])));
        }
        if (filter.param().equals("_lastUpdated")) {
            return ofResource(Sql.any(filter.values().stream()
                    .map(v -> match.date(v, r + ".updated_at", r + ".updated_at", filter.param()))
                    .toList()));
        }
        Param param = param(type, filter.param());
        if (filter.chain() != null) {
            return chained(param, filter, depth);
        }
        return switch (filter.modifier()) {
            case "missing" -> missing(param, filter, r);
            case "not" ->
                ofResource(
                        Sql.of("not ").plus(matching(param, "", filter.values()).onResource(place, r)));
            default -> {
                allowed(param, filter.modifier());
                yield matching(param, filter.modifier(), filter.values());
            }
        };
    }

    private static Condition ofResource(Sql sql) {
        return new Condition(null, sql, true, Condition.NEVER);
    }

    private static Param param(Type type, String name) {
        @Nullable Param param = type.params().get(name);
        if (param == null) {
            throw Unusable.request(name, "(" + name + ") is nothing by which " + type.name() + " is searched here");
        }
        return param;
    }

    private void allowed(Param param, String modifier) {
        boolean allowed = switch (param.kind()) {
            case REFERENCE -> modifier.isEmpty() || modifier.equals("identifier") || types.isOfR4(modifier);
            case STRING -> List.of("", "exact", "contains").contains(modifier);
            case URI -> List.of("", "below").contains(modifier);
            case TOKEN, DATE, QUANTITY, NUMBER -> modifier.isEmpty();
        };
        if (!allowed) {
            throw Unusable.request(
                    param.name() + ":" + modifier,
                    "the modifier (" + modifier + ") of (" + param.name() + ") is not known here");
        }
    }

    private Condition matching(Param param, String modifier, List<String> values) {
        Sql rows = path(param)
                .plus(" and ")
                .plus(Sql.any(
                        values.stream().map(v -> match.of(param, modifier, v)).toList()));
        boolean single = values.size() == 1 && param.paths().size() == 1 && exact(param, modifier, values.getFirst());
        return new Condition(Match.table(param.kind()), rows, single, rank(param, modifier));
    }

    /** True if one resource can have the row only once. */
    private static boolean exact(Param param, String modifier, String value) {
        return switch (param.kind()) {
            case TOKEN -> value.indexOf('|') >= 0 && !value.endsWith("|") || param.isPlainCode();
            case REFERENCE -> !Address.local(value).isEmpty() || param.targets().size() == 1 || !modifier.isEmpty();
            case URI -> modifier.isEmpty();
            case STRING, DATE, QUANTITY, NUMBER -> false;
        };
    }

    private static int rank(Param param, String modifier) {
        return switch (param.kind()) {
            case REFERENCE -> param.name().equals("patient") || param.name().equals("subject") ? 1 : 2;
            case TOKEN -> param.name().equals("identifier") ? 0 : param.isPlainCode() ? 8 : 4;
            case URI -> 7;
            case STRING -> modifier.equals("contains") ? 9 : 3;
            case DATE -> 6;
            case QUANTITY, NUMBER -> 5;
        };
    }

    private static Sql path(Param param) {
        return param.paths().size() == 1
                ? Sql.of("t.param = ?", param.paths().getFirst().number())
                : Sql.of("t.param = any(?)", (Object)
                        param.paths().stream().map(Path::number).toArray(Integer[]::new));
    }

    private Condition missing(Param param, Filter filter, String r) {
        boolean missing = filter.values().contains("true");
        return ofResource(Sql.of(
                        r + ".key " + (missing ? "not " : "") + "in (select t.resource from "
                                + Match.table(param.kind()) + " t where t.place = ? and ",
                        place)
                .plus(path(param))
                .plus(")"));
    }

    /** {@code subject:Patient.name=x}: refers to one of the resources that match what follows the dot. */
    private Condition chained(Param param, Filter filter, int depth) {
        if (param.kind() != Param.Kind.REFERENCE || depth >= DEEPEST) {
            throw Unusable.request(param.name(), "(" + param.name() + ") cannot be followed by a dot here");
        }
        List<Sql> each = new ArrayList<>();
        List<String> targets =
                filter.modifier().isEmpty() ? param.targets().stream().sorted().toList() : List.of(filter.modifier());
        for (String target : targets) {
            @Nullable Type type = types.find(target);
            @Nullable Filter next = type == null ? null : next(type, filter);
            if (type != null && next != null) {
                String inner = "r" + (depth + 1);
                each.add(Sql.of("t.value in (select ? || " + inner + ".id", target + "/")
                        .plus(from(type, List.of(next), inner, depth + 1))
                        .plus(")"));
            }
        }
        if (each.isEmpty()) {
            throw Unusable.request(
                    param.name() + "." + filter.chain(),
                    "(" + filter.chain() + ") is nothing by which the target is searched");
        }
        return new Condition("resource_token", path(param).plus(" and ").plus(Sql.any(each)), false, 4);
    }

    private static @Nullable Filter next(Type type, Filter filter) {
        String chain = java.util.Objects.requireNonNull(filter.chain());
        List<Filter> parsed = Query.of(type, java.util.Map.of(chain, List.of(String.join(",", filter.values()))))
                .filters();
        return parsed.isEmpty() ? null : parsed.getFirst();
    }

    /** {@code _has:Observation:patient:code=x}: one of these refers to it. */
    private Condition has(Type type, Filter filter, String r, int depth) {
        String[] parts = filter.modifier().split(":", 3);
        if (parts.length < 3 || depth >= DEEPEST) {
            throw Unusable.request("_has", "(_has) needs type, reference and parameter: _has:Observation:patient:code");
        }
        Type other = types.get(parts[0]);
        Param reference = param(other, parts[1]);
        Filter next =
                Query.of(other, java.util.Map.of(parts[2], List.of(String.join(",", filter.values()))))
                        .filters()
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> Unusable.request(
                                "_has", "(" + parts[2] + ") is nothing by which " + parts[0] + " is searched"));
        String inner = "r" + (depth + 1);
        return ofResource(Sql.of(
                        "? || " + r + ".id in (select t.value from resource_token t where t.place = ? and ",
                        type.name() + "/",
                        place)
                .plus(path(reference))
                .plus(" and t.resource in (select " + inner + ".key")
                .plus(from(other, List.of(next), inner, depth + 1))
                .plus("))"));
    }
}
