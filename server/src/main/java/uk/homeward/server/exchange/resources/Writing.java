package uk.homeward.server.exchange.resources;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.person.NhsNumber;

/** Everything that is written with some versions of resources, as one statement, so that it is one trip to the database. */
final class Writing {

    /** Planned once for a connection: else PostgreSQL plans anew each time, as fewer rows than usual seem cheaper. */
    private static final String SQL = """
        select set_config('plan_cache_mode', 'force_generic_plan', true);
        with want as (
            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::int[], ?::boolean[], ?::timestamptz[], ?::text[],
                                 ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[])
              as w(key, type, id, version, deleted, occurred_at, patient, meta, cuts, content, received, rewritten)),
        lost as (
            select type || '/' || id as reference, who from unnest(?::text[], ?::text[], ?::boolean[]) as n(type, id, who)
            where coalesce((select r.deleted from resource r where r.place = ? and r.type = n.type and r.id = n.id
                            order by r.version desc limit 1), true)
              and not (n.type = 'Patient' and exists (select 1 from person p where p.place = ? and p.id = n.id))),
        kept as (
            insert into resource (place, key, type, id, version, deleted, updated_at, occurred_at, patient, organisation,
                                  sender, channel, meta, cuts, content, received, rewritten)
            select ?, key, type, id, version, deleted, ?, occurred_at, patient, ?, ?, ?, meta, cuts, content, received,
                   rewritten
            from want where not exists (select 1 from lost where who)
            returning key),
        tokens as (
            insert into resource_token (place, param, value, resource)
            select ?, t.param, t.value, t.resource from unnest(?::int[], ?::text[], ?::bigint[]) as t(param, value, resource)
            where exists (select 1 from kept)),
        strings as (
            insert into resource_string (place, param, value, resource, exact)
            select ?, t.param, t.value, t.resource, t.exact
            from unnest(?::int[], ?::text[], ?::bigint[], ?::text[]) as t(param, value, resource, exact)
            where exists (select 1 from kept)),
        dates as (
            insert into resource_date (place, param, low, high, resource)
            select ?, t.param, t.low, t.high, t.resource
            from unnest(?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[]) as t(param, low, high, resource)
            where exists (select 1 from kept)),
        amounts as (
            insert into resource_quantity (place, param, value, unit, resource)
            select ?, t.param, t.value, t.unit, t.resource
            from unnest(?::int[], ?::numeric[], ?::text[], ?::bigint[]) as t(param, value, unit, resource)
            where exists (select 1 from kept)),
        linked as (
            insert into patient_link (place, patient, person, why, by_user, at)
            select ?, n.patient, p.id, 'same NHS number and date of birth', ?, ?
            from unnest(?::text[], ?::text[], ?::date[]) as n(patient, number, born)
            join person p on p.place = ? and p.nhs_number = n.number and p.born = n.born and p.merged_into is null
            where exists (select 1 from kept)
            on conflict (place, patient) do nothing),
        told as (
            insert into notification (place, subscription, type, id, queued_at, due_at)
            select ?, s.id, w.type, w.id, ?, ? from want w join subscription s on s.place = ? and s.type = w.type and s.active
            where not w.deleted and exists (select 1 from kept))
        select reference, who from lost;
        select set_config('plan_cache_mode', 'auto', true)
        """;

    private final String place;
    private final Source source;
    private final OffsetDateTime at;
    private final List<Draft> drafts;
    private final List<Long> keys;
    private final boolean strict;

    Writing(String place, Source source, Instant at, List<Draft> drafts, List<Long> keys, boolean strict) {
        this.strict = strict;
        this.place = place;
        this.source = source;
        this.at = at.atOffset(ZoneOffset.UTC);
        this.drafts = drafts;
        this.keys = keys;
    }

    /**
     * What the drafts refer to and is not here.
     *
     * @param who true if nothing was written because of it
     */
    record Lost(String reference, boolean who) {}

    List<Lost> write(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Arguments to = new Arguments(connection, statement);
            versions(to);
            references(to);
            to.add(place).add(place);
            to.add(place)
                    .add(at)
                    .add(source.organisation())
                    .add(source.sender())
                    .add(source.channel());
            rows(to);
            patients(to);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                List<Lost> lost = new ArrayList<>();
                while (rows.next()) {
                    lost.add(new Lost(rows.getString(1), rows.getBoolean(2)));
                }
                return lost;
            }
        }
    }

    private void versions(Arguments to) throws SQLException {
        to.array("bigint", keys.toArray());
        to.array("text", each(d -> d.type().name()));
        to.array("text", each(Draft::id));
        to.array("int", each(Draft::version));
        to.array("boolean", each(d -> d.text() == null));
        to.array("timestamptz", each(d -> d.rows() == null ? null : d.rows().occurred()));
        to.array("text", each(Draft::patient));
        to.array("text", each(d -> d.text() == null ? "" : d.text().meta()));
        to.array("bytea", bytes(d -> d.text() == null ? new byte[0] : d.text().pieces()));
        to.array("bytea", bytes(d -> d.text() == null ? new byte[0] : d.text().content()));
        to.array("bytea", bytes(Draft::received));
        to.array("text", each(Draft::rewritten));
    }

    private void references(Arguments to) throws SQLException {
        Set<String> own = new TreeSet<>();
        drafts.forEach(d -> own.add(d.reference()));
        java.util.TreeMap<String, Boolean> wanted = new java.util.TreeMap<>();
        for (Draft draft : drafts) {
            draft.references().forEach((reference, how) -> {
                if (!own.contains(reference)) {
                    wanted.merge(reference, strict || how.who(), Boolean::logicalOr);
                }
            });
        }
        Object[] names = wanted.keySet().toArray();
        to.array("text", column(names, n -> ((String) n).substring(0, ((String) n).indexOf('/'))));
        to.array("text", column(names, n -> ((String) n).substring(((String) n).indexOf('/') + 1)));
        to.array("boolean", wanted.values().toArray());
    }

    private static Object[] column(Object[] from, java.util.function.UnaryOperator<Object> of) {
        Object[] to = new Object[from.length];
        java.util.Arrays.setAll(to, i -> of.apply(from[i]));
        return to;
    }

    private void rows(Arguments to) throws SQLException {
        Columns tokens = new Columns(3);
        Columns strings = new Columns(4);
        Columns dates = new Columns(4);
        Columns amounts = new Columns(4);
        for (int i = 0; i < drafts.size(); i++) {
            @Nullable IndexRows rows = drafts.get(i).rows();
            long key = keys.get(i);
            if (rows != null) {
                rows.tokens().forEach(t -> tokens.add(t.param(), t.value(), key));
                rows.strings().forEach((w, exact) -> strings.add(w.param(), w.value(), key, exact.replace('\0', ' ')));
                rows.dates()
                        .forEach(d ->
                                dates.add(d.param(), d.span().low(), d.span().high(), key));
                rows.amounts().forEach(a -> amounts.add(a.param(), a.value(), a.unit(), key));
            }
        }
        tokens.to(to.add(place), "int", "text", "bigint");
        strings.to(to.add(place), "int", "text", "bigint", "text");
        dates.to(to.add(place), "int", "timestamptz", "timestamptz", "bigint");
        amounts.to(to.add(place), "int", "numeric", "text", "bigint");
    }

    private void patients(Arguments to) throws SQLException {
        Columns known = new Columns(3);
        for (Draft draft : drafts) {
            if (draft.text() != null && draft.type().name().equals("Patient")) {
                @Nullable String number = nhsNumber(draft.text().tree());
                @Nullable
                LocalDate born = born(draft.text().tree().path("birthDate").asString(""));
                if (number != null && born != null) {
                    known.add(draft.id(), number, born);
                }
            }
        }
        to.add(place).add(source.sender()).add(at);
        known.to(to, "text", "text", "date");
        to.add(place);
        to.add(place).add(at).add(at).add(place);
    }

    private static @Nullable LocalDate born(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String nhsNumber(JsonNode patient) {
        for (JsonNode identifier : patient.path("identifier")) {
            String value = identifier.path("value").asString("");
            if (identifier.path("system").asString("").equals("https://fhir.nhs.uk/Id/nhs-number")
                    && NhsNumber.isValid(value)) {
                return NhsNumber.of(value).value();
            }
        }
        return null;
    }

    private Object[] each(java.util.function.Function<Draft, @Nullable Object> of) {
        return drafts.stream().map(of).toArray();
    }

    private byte[][] bytes(java.util.function.Function<Draft, byte @Nullable []> of) {
        byte[][] all = new byte[drafts.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = of.apply(drafts.get(i));
        }
        return all;
    }

    /** The columns of some rows, each an array for the database. */
    private static final class Columns {

        private final List<List<Object>> columns = new ArrayList<>();

        Columns(int count) {
            for (int i = 0; i < count; i++) {
                columns.add(new ArrayList<>());
            }
        }

        void add(Object... row) {
            for (int i = 0; i < row.length; i++) {
                columns.get(i).add(row[i]);
            }
        }

        void to(Arguments arguments, String... types) throws SQLException {
            for (int i = 0; i < types.length; i++) {
                arguments.array(types[i], columns.get(i).toArray());
            }
        }
    }

    /** Fills a statement from left to right. */
    private static final class Arguments {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Arguments(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Arguments add(Object value) throws SQLException {
            statement.setObject(next++, value);
            return this;
        }

        void array(String type, Object[] values) throws SQLException {
            Array array = connection.createArrayOf(type, typed(type, values));
            statement.setArray(next++, array);
        }

        /** Arrays of a primitive's own class travel in binary form. */
        private static Object[] typed(String type, Object[] values) {
            return switch (type) {
                case "bigint" -> java.util.Arrays.copyOf(values, values.length, Long[].class);
                case "int" -> java.util.Arrays.copyOf(values, values.length, Integer[].class);
                case "boolean" -> java.util.Arrays.copyOf(values, values.length, Boolean[].class);
                case "text" -> java.util.Arrays.copyOf(values, values.length, String[].class);
                case "numeric" -> java.util.Arrays.copyOf(values, values.length, BigDecimal[].class);
                default -> values;
            };
        }
    }
}
