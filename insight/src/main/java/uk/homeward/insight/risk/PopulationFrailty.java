package uk.homeward.insight.risk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * The Hospital Frailty Risk Score of a whole population from one file of coded diagnoses. DuckDB reads the file and folds
 * each person's codes into two words of bits, one bit for each of the 109 codes, so that a code counts once however often
 * it occurs; the points are then added here.
 */
public final class PopulationFrailty implements AutoCloseable {

    private static final int BITS_IN_FIRST_WORD = 55;

    private final Connection connection;
    private final List<String> codes = new ArrayList<>(); // by bit
    private final int[] tenths; // by bit
    private volatile @Nullable DuckDBPreparedStatement running;

    private PopulationFrailty(Connection connection, HospitalFrailty score) {
        this.connection = connection;
        codes.addAll(score.tenthsByCode().keySet());
        tenths = codes.stream()
                .mapToInt(code -> score.tenthsByCode().getOrDefault(code, 0))
                .toArray();
    }

    public static PopulationFrailty open() {
        try {
            return new PopulationFrailty(DriverManager.getConnection("jdbc:duckdb:"), HospitalFrailty.published());
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not start. Maybe: there is no room for temporary files.", e);
        }
    }

    /** How far the run is, from 0 to 100; below 0 when that is not known. May be asked from another thread. */
    public double percent() {
        DuckDBPreparedStatement statement = running;
        try {
            return statement == null ? -1 : statement.getQueryProgress().getPercentage();
        } catch (SQLException e) {
            return -1; // the statement ended in between
        }
    }

    /**
     * Scores everyone in the file, in no particular order.
     *
     * @throws IllegalArgumentException when the file cannot be read or lacks a column
     */
    public PopulationSummary score(PopulationRequest request, Consumer<FrailtyRow> each) {
        try {
            prepare(request);
            return run(DiagnosisFile.of(connection, request.file(), request.asOf()), each);
        } catch (SQLException e) {
            throw unreadable(request, e);
        }
    }

    private void prepare(PopulationRequest request) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Math.max(1, request.threads()));
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET enable_progress_bar = true");
            statement.execute("SET enable_progress_bar_print = false");
            statement.execute("""
                    CREATE OR REPLACE TABLE category AS
                    SELECT chr(65 + CAST(letter.range AS INTEGER)) || digit.range || third.c AS code,
                           CAST(0 AS BIGINT) AS first_word, CAST(0 AS BIGINT) AS second_word
                    FROM range(26) letter, range(10) digit,
                         (SELECT unnest(string_split('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', '')) AS c) third
                    """);
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE category SET first_word = ?, second_word = ? WHERE code = ?")) {
            for (int bit = 0; bit < codes.size(); bit++) {
                boolean first = bit < BITS_IN_FIRST_WORD;
                update.setLong(1, first ? 1L << bit : 0);
                update.setLong(2, first ? 0 : 1L << (bit - BITS_IN_FIRST_WORD));
                update.setString(3, codes.get(bit));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static String query(DiagnosisFile file) {
        return """
               SELECT person, count(*) AS diagnoses,
                      count(*) FILTER (known IS NULL) AS bad_codes,
                      count(*) FILTER (known IS NOT NULL AND NOT (%s)) AS bad_dates,
                      bit_or(CASE WHEN %s THEN first_word ELSE 0 END) AS first_word,
                      bit_or(CASE WHEN %s THEN second_word ELSE 0 END) AS second_word,
                      max(age) AS age
               FROM (SELECT person, day, age, category.code AS known,
                            coalesce(first_word, 0) AS first_word, coalesce(second_word, 0) AS second_word
                     FROM %s source
                     LEFT JOIN category ON category.code = substr(upper(trim(source.code)), 1, 3))
               GROUP BY person
               """.formatted(file.readable(), file.inTime(), file.inTime(), file.sql());
    }

    /** Tells every row of the file that {@link #score} left out, in the order of the file. */
    public void refused(PopulationRequest request, Consumer<RefusedRow> each) {
        try {
            prepare(request);
            DiagnosisFile file = DiagnosisFile.of(connection, request.file(), request.asOf());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET preserve_insertion_order = true");
                try (ResultSet rows = statement.executeQuery(refusedQuery(file))) {
                    while (rows.next()) {
                        each.accept(new RefusedRow(
                                rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                    }
                }
            }
        } catch (SQLException e) {
            throw unreadable(request, e);
        }
    }

    private static String refusedQuery(DiagnosisFile file) {
        return """
               SELECT number, person, source.code,
                      CASE WHEN trim(coalesce(person, '')) = '' THEN 'names nobody'
                           WHEN category.code IS NULL THEN 'no ICD-10 code'
                           ELSE 'the date cannot be read' END AS reason
               FROM (SELECT row_number() OVER () AS number, * FROM %s) source
               LEFT JOIN category ON category.code = substr(upper(trim(source.code)), 1, 3)
               WHERE trim(coalesce(person, '')) = '' OR category.code IS NULL OR NOT (%s)
               ORDER BY number
               """.formatted(file.sql(), file.readable());
    }

    private static IllegalArgumentException unreadable(PopulationRequest request, SQLException e) {
        return new IllegalArgumentException(
                "The file (" + request.file() + ") cannot be read: " + firstLine(e)
                        + " Maybe: it is not a CSV file with a header line, nor Parquet or NDJSON.",
                e);
    }

    private PopulationSummary run(DiagnosisFile file, Consumer<FrailtyRow> each) throws SQLException {
        Tally tally = new Tally();
        try (DuckDBPreparedStatement statement =
                connection.prepareStatement(query(file)).unwrap(DuckDBPreparedStatement.class)) {
            running = statement;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    FrailtyRow row = tally.read(rows);
                    if (row != null) {
                        each.accept(row);
                    }
                }
            }
        } finally {
            running = null;
        }
        return tally.summary();
    }

    /** Counts while rows go by. */
    private final class Tally {
        private final Map<HospitalFrailty.Band, Long> bands = new EnumMap<>(HospitalFrailty.Band.class);
        private long rows;
        private long people;
        private long withoutPerson;
        private long badCodes;
        private long badDates;
        private long tooYoung;

        @Nullable
        FrailtyRow read(ResultSet result) throws SQLException {
            String person = result.getString(1);
            rows += result.getLong(2);
            if (person == null || person.isBlank()) {
                withoutPerson += result.getLong(2);
                return null;
            }
            badCodes += result.getLong(3);
            badDates += result.getLong(4);
            int age = result.getInt(7);
            boolean young = !result.wasNull() && age < HospitalFrailty.FROM_AGE;
            FrailtyRow row = row(person, result.getLong(5), result.getLong(6), young);
            people++;
            tooYoung += young ? 1 : 0;
            bands.merge(row.band(), 1L, Long::sum);
            return row;
        }

        PopulationSummary summary() {
            return new PopulationSummary(rows, people, withoutPerson, badCodes, badDates, bands, tooYoung);
        }
    }

    private FrailtyRow row(String person, long firstWord, long secondWord, boolean tooYoung) {
        List<String> found = new ArrayList<>();
        int sum = 0;
        for (long rest = firstWord; rest != 0; rest &= rest - 1) {
            sum += take(Long.numberOfTrailingZeros(rest), found);
        }
        for (long rest = secondWord; rest != 0; rest &= rest - 1) {
            sum += take(BITS_IN_FIRST_WORD + Long.numberOfTrailingZeros(rest), found);
        }
        return new FrailtyRow(person, sum, found, tooYoung);
    }

    private int take(int bit, List<String> found) {
        found.add(codes.get(bit)); // bits follow the table, which begins with the heaviest code
        return tenths[bit];
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason was given");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not close.", e);
        }
    }
}
