package uk.homeward.insight.risk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A file of coded diagnoses as DuckDB sees it: the SQL that gives {@code person}, {@code code}, {@code day}, {@code age}. */
final class DiagnosisFile {

    private static final int YEARS_BACK = 2;

    private final Path path;
    private final @Nullable LocalDate asOf;
    private final Set<String> columns;

    private DiagnosisFile(Path path, @Nullable LocalDate asOf, Set<String> columns) {
        this.path = path;
        this.asOf = asOf;
        this.columns = columns;
    }

    /** Looks at the file's columns. */
    static DiagnosisFile of(Connection connection, Path path, @Nullable LocalDate asOf) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement("DESCRIBE SELECT * FROM " + source(path));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                columns.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        for (String needed : asOf == null ? List.of("person", "code") : List.of("person", "code", "date")) {
            if (!columns.contains(needed)) {
                throw new IllegalArgumentException("The file (" + path + ") has no column (" + needed
                        + "). Maybe: rename one of " + columns + " in its first line.");
            }
        }
        return new DiagnosisFile(path, asOf, columns);
    }

    /**
     * A subquery with the four columns, all rows. Casts go round by text: DuckDB would else move them into the reading of a
     * CSV file, where a date that cannot be read stops the run instead of giving null.
     */
    String sql() {
        return "(SELECT CAST(person AS VARCHAR) AS person, CAST(code AS VARCHAR) AS code, "
                + (asOf == null ? "CAST(NULL AS DATE)" : "try_cast(left(CAST(date AS VARCHAR), 10) AS DATE)")
                + " AS day, "
                + (columns.contains("age")
                        ? "try_cast(trim(CAST(age AS VARCHAR)) AS INTEGER)"
                        : "CAST(NULL AS INTEGER)")
                + " AS age FROM "
                + source(path) + ")";
    }

    /** True where the date of a row does not keep it from being counted or refused. */
    String readable() {
        return asOf == null ? "true" : "day IS NOT NULL";
    }

    /** True where a row lies within the time that counts. */
    String inTime() {
        return asOf == null ? "true" : "day BETWEEN DATE '" + asOf.minusYears(YEARS_BACK) + "' AND DATE '" + asOf + "'";
    }

    private static String source(Path path) {
        String name = path.toString().replace("'", "''");
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".parquet")) {
            return "read_parquet('" + name + "')";
        }
        return lower.endsWith(".ndjson") || lower.endsWith(".ndjson.gz")
                ? conditions(name)
                : "read_csv('" + name + "', header = true, all_varchar = true)";
    }

    /** FHIR R4 Condition resources as bulk export writes them; of their codings those in ICD-10. */
    private static String conditions(String name) {
        return """
               (SELECT regexp_replace(json ->> '$.subject.reference', '^.*/', '') AS person,
                       coding ->> '$.code' AS code,
                       left(coalesce(json ->> '$.recordedDate', json ->> '$.onsetDateTime'), 10) AS date
                FROM (SELECT json, unnest(CAST(json -> '$.code.coding' AS JSON[])) AS coding
                      FROM read_ndjson_objects('%s')
                      WHERE json ->> '$.resourceType' = 'Condition')
                WHERE coding ->> '$.system' LIKE '%%icd-10%%')""".formatted(name);
    }
}
