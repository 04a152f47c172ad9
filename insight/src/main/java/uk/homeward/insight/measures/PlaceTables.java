package uk.homeward.insight.measures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Pool;

/** What a place's folder says, as tables for measures: {@code localities}, {@code units}, {@code populations}. */
public final class PlaceTables {

    private final Place place;
    private final @Nullable Path population;

    private PlaceTables(Place place, @Nullable Path population) {
        this.place = place;
        this.population = population;
    }

    /** From a place and its folder; residents by age are read from {@code demand/population.csv} where there is one. */
    public static PlaceTables of(Place place, Path folder) {
        Path population = folder.resolve("demand").resolve("population.csv");
        return new PlaceTables(place, Files.exists(population) ? population : null);
    }

    void into(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE localities (locality VARCHAR, title VARCHAR, registered INTEGER, older DOUBLE)");
            statement.execute("CREATE TABLE units (pool VARCHAR, unit VARCHAR, title VARCHAR, locality VARCHAR,"
                    + " site VARCHAR, capacity DOUBLE, out_of_service DOUBLE)");
            statement.execute("CREATE TABLE residents (year INTEGER, age INTEGER, people DOUBLE)");
            localities(connection);
            units(connection);
            if (population != null) {
                statement.execute("INSERT INTO residents SELECT CAST(year AS INTEGER), CAST(age AS INTEGER),"
                        + " sum(CAST(people AS DOUBLE)) FROM (UNPIVOT (FROM read_csv('"
                        + population.toAbsolutePath().toString().replace("'", "''")
                        + "', all_varchar = true, header = true, comment = '#'))"
                        + " ON COLUMNS('^[0-9]{4}$') INTO NAME year VALUE people) GROUP BY ALL");
            }
            statement.execute(POPULATIONS);
        }
    }

    /** Residents of each calendar year by locality: of all ages as people are registered, of older people by its share. */
    private static final String POPULATIONS = """
            CREATE TABLE populations AS
            WITH years AS (
                SELECT y AS year, (SELECT coalesce(max(r.year) FILTER (r.year <= y), min(r.year)) FROM residents r) AS known
                FROM (SELECT unnest(generate_series(2005, 2050)) AS y)
            ), totals AS (
                SELECT y.year, sum(people) AS everyone, sum(people) FILTER (age >= 18) AS adults,
                    sum(people) FILTER (age >= 65) AS older
                FROM years y JOIN residents r ON r.year = y.known GROUP BY y.year
            )
            SELECT year, locality, everyone * registered / sum(registered) OVER (PARTITION BY year) AS everyone,
                adults * registered / sum(registered) OVER (PARTITION BY year) AS adults,
                totals.older * l.older / sum(l.older) OVER (PARTITION BY year) AS older
            FROM totals CROSS JOIN localities l
            """;

    private void localities(Connection connection) throws SQLException {
        List<Locality> all = place.localities().list();
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO localities VALUES (?, ?, ?, ?)")) {
            for (Locality locality : all) {
                int registered = place.registeredIn(locality.id());
                row.setString(1, locality.id().value());
                row.setString(2, locality.title());
                row.setInt(3, registered);
                row.setDouble(4, registered * locality.olderShare());
                row.executeUpdate();
            }
        }
    }

    private void units(Connection connection) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO units VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Pool pool : place.pools().list()) {
                row.setString(1, pool.group().id().value());
                row.setString(2, pool.id().value());
                row.setString(3, pool.title());
                row.setString(
                        4, pool.locality() == null ? null : pool.locality().value());
                row.setString(5, pool.site() == null ? null : pool.site().value());
                row.setDouble(6, pool.capacity());
                row.setDouble(7, pool.outOfService());
                row.executeUpdate();
            }
        }
    }
}
