package uk.homeward.insight.measures;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.Published;
import uk.homeward.insight.events.PublishingFailure;
import uk.homeward.journey.source.Fault;

/** Runs measures over a folder of published facts. One thread at a time. */
public final class MeasureEngine implements AutoCloseable {

    private final FactFolder folder;
    private final FactViews views;
    private final Connection connection;
    private Published published;
    private LocalDate first = LocalDate.EPOCH;
    private @Nullable LocalDate countingFrom;

    private MeasureEngine(FactFolder folder, Connection connection, Published published) {
        this.folder = folder;
        this.views = new FactViews(folder);
        this.connection = connection;
        this.published = published;
    }

    /**
     * Opens the facts of a folder.
     *
     * @throws PublishingFailure if nothing is published there
     */
    public static MeasureEngine open(FactFolder folder, PlaceTables place) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            place.into(connection);
            try (Statement statement = connection.createStatement()) {
                String allowed = folder.path().toAbsolutePath().toString().replace("'", "''");
                statement.execute("SET allowed_directories = ['" + allowed + "']");
                statement.execute("SET enable_external_access = false"); // a measure reads the facts and nothing else
                statement.execute("SET enable_external_file_cache = false"); // files are replaced under their names
            }
            MeasureEngine engine = new MeasureEngine(folder, connection, publishedIn(folder));
            engine.from(null);
            engine.refresh();
            return engine;
        } catch (SQLException e) {
            throw new PublishingFailure("the facts cannot be read: " + e.getMessage(), "publish them anew", e);
        }
    }

    private static Published publishedIn(FactFolder folder) {
        return folder.published()
                .orElseThrow(() -> new PublishingFailure(
                        "nothing is published in (" + folder.path() + ")",
                        "'homeward export events --to " + folder.path() + "' first"));
    }

    /** What happened before this day is left out of every measure; null for none. */
    public void countFrom(@Nullable LocalDate day) {
        countingFrom = day;
        refresh();
    }

    /** The day from which this counts; null where everything does. */
    public @Nullable LocalDate countingFrom() {
        return countingFrom;
    }

    /** Looks at the folder again. */
    public void refresh() {
        Lock reading = folder.lock().readLock();
        reading.lock();
        try (Statement statement = connection.createStatement()) {
            published = publishedIn(folder);
            views.into(connection, published, countingFrom);
            try (ResultSet rows = statement.executeQuery("SELECT min(day) FROM days")) {
                rows.next();
                LocalDate day = rows.getObject(1, LocalDate.class);
                first = day == null ? today() : day;
            }
        } catch (SQLException e) {
            throw new PublishingFailure("the facts cannot be read: " + e.getMessage(), "publish them anew", e);
        } finally {
            reading.unlock();
        }
    }

    public Published published() {
        return published;
    }

    /** The first day of which there are facts. */
    public LocalDate firstDay() {
        return first;
    }

    /** The day on which this was how things stood. */
    public LocalDate today() {
        Instant asOf = published.asOf();
        return asOf.atZone(published.zone()).toLocalDate();
    }

    /** What keeps this measure from being run; empty if nothing does. */
    public Optional<Fault> check(Measure measure) {
        try {
            Map<String, String> columns = columns(measure);
            return Contract.fault(measure, columns);
        } catch (SQLException e) {
            return Optional.of(new SqlFault(measure).of(e));
        }
    }

    private Map<String, String> columns(Measure measure) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM (\n" + measure.sql() + "\n)")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    /**
     * Runs a measure.
     *
     * @throws BrokenMeasure if its SQL cannot be run, or gives what is no figure
     */
    public MeasureResult run(Measure measure, Request request) {
        Lock reading = folder.lock().readLock();
        reading.lock();
        try {
            Map<String, String> columns = columns(measure);
            Contract.fault(measure, columns).ifPresent(fault -> {
                throw new BrokenMeasure(fault);
            });
            return run(measure, request, columns.containsKey("denominator"));
        } catch (SQLException e) {
            throw new BrokenMeasure(new SqlFault(measure).of(e));
        } finally {
            reading.unlock();
        }
    }

    private MeasureResult run(Measure measure, Request request, boolean hasDenominator) throws SQLException {
        Figures figures = new Figures(measure, request.grain(), first, today());
        @Nullable LocalDate since = later(request.from(), countingFrom);
        from(since);
        List<MeasureRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(new Counting(measure, hasDenominator)
                        .sql(new Request(request.grain(), request.by(), since, request.to())));
                ResultSet sums = query.executeQuery()) {
            while (sums.next()) {
                if (sums.getLong("infinite") > 0) {
                    throw new BrokenMeasure(SqlFault.infinite(measure, sums.getLong("infinite")));
                }
                rows.add(figures.row(sums(sums)));
            }
        }
        return new MeasureResult(measure, request.grain(), request.by(), today(), new Hiding(measure).hide(rows));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** Tells views that unfold rows from which day on they need to. */
    private void from(@Nullable LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET VARIABLE from_on = DATE '" + (day == null ? "1900-01-01" : day) + "'");
        }
    }

    private static Figures.Sums sums(ResultSet row) throws SQLException {
        @Nullable String group = row.getBoolean("whole") ? null : row.getString("split");
        return new Figures.Sums(
                row.getObject("period", LocalDate.class),
                group,
                row.getDouble("numerator"),
                row.getDouble("denominator"),
                row.getLong("n"),
                row.getDouble("centre"),
                row.getDouble("spread"));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new PublishingFailure("DuckDB did not close: " + e.getMessage(), "try again", e);
        }
    }
}
