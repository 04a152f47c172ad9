package uk.homeward.server.exchange.resources;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Query.Sort;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/**
 * Searches for a user: of what matches, they get what their own organisation sent, what is about nobody, and what is about
 * people whose records open to them. A look is kept for each person of whom something is shown, with the read itself.
 */
@Component
public class Searching {

    private static final int MOST_ROUNDS = 20;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Looks looks;
    private final RecordDoor door;
    private final Reading reading;
    private final Types types;
    private final PlaceTime time;
    private final Conditions conditions;

    Searching(
            JdbcTemplate jdbc,
            PlaceKey key,
            Looks looks,
            RecordDoor door,
            Reading reading,
            Types types,
            PlaceTime time,
            Place place) {
        this.jdbc = jdbc;
        this.place = key;
        this.looks = looks;
        this.door = door;
        this.reading = reading;
        this.types = types;
        this.time = time;
        this.conditions = new Conditions(key.value(), types, place.zone());
    }

    /**
     * Where a page begins.
     *
     * @param before the key of the last match shown, in the order of keys; 0 for the first page
     * @param skipped how many were passed, in any other order
     * @param upTo nothing that came after this moment, in microseconds, shifts the pages; 0 for now
     */
    public record Position(long before, int skipped, long upTo) {

        public static final Position START = new Position(0, 0, 0);
    }

    /**
     * A page of matches.
     *
     * @param next where the next page begins; null if there is none
     */
    public record Page(List<Kept> matches, @Nullable Position next) {}

    /** One page of what matches and the user may see. */
    public Page search(User user, Query query, Position from) {
        List<Kept> shown = new ArrayList<>();
        Map<String, Boolean> open = new HashMap<>();
        Position at = from;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int wanted = query.count() - shown.size();
            List<Kept> rows = rows(user, query, at, wanted);
            boolean more = rows.size() > wanted;
            List<Kept> page = more ? rows.subList(0, wanted) : rows;
            page.stream().map(k -> seen(user, k, open)).filter(Objects::nonNull).forEach(shown::add);
            if (!page.isEmpty()) {
                at = after(at, page);
            }
            if (!more || shown.size() >= query.count()) {
                return new Page(shown, more && query.count() > 0 ? at : null);
            }
        }
        return new Page(shown, at);
    }

    private Position after(Position at, List<Kept> page) {
        long upTo = at.upTo() == 0 ? ChronoUnit.MICROS.between(Instant.EPOCH, time.instant()) : at.upTo();
        return new Position(page.getLast().key(), at.skipped() + page.size(), upTo);
    }

    private static OffsetDateTime moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private @Nullable Kept seen(User user, Kept kept, Map<String, Boolean> open) {
        if (!reading.shows(user, kept)) {
            return null;
        }
        if (kept.content() != null) {
            return kept;
        }
        @Nullable String person = kept.person();
        boolean may = person != null && open.computeIfAbsent(person, p -> door.isOpen(user, p));
        return may ? reading.opened(user, kept) : null;
    }

    /** How many match of what the user may see; nothing is read of them. */
    public long count(User user, Query query) {
        Sql sql = Sql.of(
                        "select r.organisation = ? or ?, coalesce(l.person, r.patient), count(*)",
                        user.organisation(),
                        Types.isOfNobody(query.type().name()))
                .plus(linked(conditions.from(query.type(), query.filters(), "r", 0), sortJoins(query)))
                .plus(visible(user, query.type().name()))
                .plus(" group by 1, 2");
        long[] count = new long[1];
        jdbc.query(
                sql.text(),
                row -> {
                    @Nullable String person = row.getString(2);
                    if (row.getBoolean(1) || (person != null && door.isOpen(user, person))) {
                        count[0] += row.getLong(3);
                    }
                },
                sql.values().toArray());
        return count[0];
    }

    /** Rows of a page and one more; without content where the record must be opened first. */
    private List<Kept> rows(User user, Query query, Position at, int wanted) {
        boolean inOrder = query.sorts().isEmpty();
        boolean free = Types.isOfNobody(query.type().name());
        Sql matching = linked(conditions.from(query.type(), query.filters(), "r", 0), sortJoins(query))
                .plus(visible(user, query.type().name()));
        if (inOrder && at.before() > 0) {
            matching = matching.plus(" and r.key < ?", at.before());
        } else if (at.upTo() > 0) {
            matching = matching.plus(" and r.updated_at <= ?", moment(at.upTo()));
        }
        Sql order = inOrder
                ? Sql.of(" order by r.key desc limit ?", wanted + 1)
                : Sql.of(order(query) + " offset ? limit ?", at.skipped(), wanted + 1);
        return paged(
                user,
                matching,
                order,
                inOrder ? " order by r.key desc" : order(query),
                at.skipped() * (inOrder ? 0 : 1) + wanted,
                query.type().name(),
                free);
    }

    /**
     * Reads what {@code matching} selects and keeps the looks with it, as one statement.
     *
     * @param shown looks are kept for the first so many rows of the whole order
     */
    private List<Kept> paged(User user, Sql matching, Sql order, String nth, int shown, String what, boolean free) {
        Sql sql = Sql.of("with page as materialized (select " + Rows.COLUMNS + ", r.content, row_number() over ("
                        + nth.strip() + ") as nth")
                .plus(matching)
                .plus(order)
                .plus(
                        "), looked as (" + Looks.AMONG,
                        looks.values(user, what + " by FHIR").toArray())
                .plus(
                        "p.person from (select distinct person from page where person is not null and organisation = ?"
                                + " and nth <= ?) p)",
                        user.organisation(),
                        shown)
                .plus(
                        " select key, type, id, version, deleted, updated_at, patient, person, organisation, sender,"
                                + " channel, meta, cuts, case when organisation = ? or ? then content end from page order"
                                + " by nth",
                        user.organisation(),
                        free);
        return jdbc.query(sql.text(), Rows::kept, sql.values().toArray());
    }

    /** Puts the person whom each resource is about beside it. */
    private static Sql linked(Sql from, String joins) {
        int where = from.text().indexOf(" where r.place");
        return new Sql(
                from.text().substring(0, where)
                        + " left join patient_link l on l.place = r.place and l.patient = r.patient" + joins
                        + from.text().substring(where),
                from.values());
    }

    /** Only what the user may see, or may see once its record is opened. */
    private static Sql visible(User user, String type) {
        if (Types.isOfNobody(type)) {
            return Sql.of("");
        }
        return user.may(Permission.READ_PERSON)
                ? Sql.of(" and (r.organisation = ? or r.patient is not null)", user.organisation())
                : Sql.of(" and r.organisation = ?", user.organisation());
    }

    private static String order(Query query) {
        StringBuilder order = new StringBuilder(" order by ");
        for (int i = 0; i < query.sorts().size(); i++) {
            Sort sort = query.sorts().get(i);
            order.append(
                            switch (sort.param()) {
                                case "_id" -> "r.id";
                                case "_lastUpdated" -> "r.updated_at";
                                default -> isWhen(query.type(), sort) ? "r.occurred_at" : "s" + i + ".value";
                            })
                    .append(sort.descending() ? " desc nulls last, " : " asc nulls last, ");
        }
        return order.append("r.key desc").toString();
    }

    /** True if what is sorted by stands beside the resource itself. */
    private static boolean isWhen(Type type, Sort sort) {
        @Nullable Param param = type.params().get(sort.param());
        return param != null && type.when().contains(param.paths().getFirst());
    }

    private static String sortJoins(Query query) {
        StringBuilder joins = new StringBuilder();
        for (int i = 0; i < query.sorts().size(); i++) {
            Sort sort = query.sorts().get(i);
            @Nullable Param param = query.type().params().get(sort.param());
            if (param != null && !isWhen(query.type(), sort)) {
                String value = param.kind() == Param.Kind.DATE ? (sort.descending() ? "high" : "low") : "value";
                joins.append(" left join (select place, resource, ")
                        .append(sort.descending() ? "max(" : "min(")
                        .append(value)
                        .append(") as value from ")
                        .append(Match.table(param.kind()))
                        .append(" where param = ")
                        .append(param.paths().getFirst().number())
                        .append(" group by place, resource) s%1$d on s%1$d.place = r.place and s%1$d.resource = r.key"
                                .formatted(i));
            }
        }
        return joins.toString();
    }

    /** The resource, if it stands, meets a subscription's criteria and the user may see it; then the look is kept. */
    public Optional<Kept> matching(User user, String criteria, String type, String id) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(Query.parameters(criteria));
        parameters.put("_id", List.of(id));
        List<Kept> found = search(user, Query.of(types.get(type), parameters), Position.START)
                .matches();
        return found.stream().findFirst();
    }

    /** A page of what is about a Patient and the user may see, the newest first. */
    public Page ofPatient(User user, String patient, List<String> wanted, long before, int count) {
        Sql about = Rows.about(place.value(), patient, wanted, before == 0 ? Long.MAX_VALUE : before)
                .plus(visible(user, "Patient"));
        List<Kept> rows = paged(
                user,
                about,
                Sql.of(" order by r.key desc limit ?", count + 1),
                " order by r.key desc",
                count,
                "facts",
                false);
        boolean more = rows.size() > count;
        List<Kept> page = more ? rows.subList(0, count) : rows;
        Map<String, Boolean> open = new HashMap<>();
        List<Kept> shown = page.stream()
                .map(k -> seen(user, k, open))
                .filter(Objects::nonNull)
                .toList();
        return new Page(shown, more ? new Position(page.getLast().key(), 0, 0) : null);
    }
}
