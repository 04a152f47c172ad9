package uk.homeward.server.exchange.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Bulk exports and their files in the database, so that they survive a restart and any server can give them. */
@Component("fhirExportStore")
class ExportStore {

    private static final String COLUMNS = "select id, request, types, since, about, group_id, user_id, user_name, role,"
            + " organisation, teams, state, as_of, expires_at, problem from export_job where place = ? and ";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    ExportStore(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A file that a manifest names. */
    record FileEntry(int number, String type, int lines) {}

    void add(ExportJob job, Instant at) {
        jdbc.update(
                "insert into export_job (place, id, request, types, since, about, group_id, user_id, user_name, role,"
                        + " organisation, teams, state, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.value(),
                job.id(),
                job.request(),
                String.join(",", job.types()),
                job.since() == null ? null : utc(job.since()),
                job.about().name(),
                job.group(),
                job.user().id(),
                job.user().name(),
                job.user().role().word(),
                job.user().organisation(),
                String.join(",", job.user().teams()),
                job.state().name(),
                utc(at));
    }

    Optional<ExportJob> find(String id) {
        return jdbc.query(COLUMNS + "id = ?", ExportStore::job, place.value(), id).stream()
                .findFirst();
    }

    List<ExportJob> listWaiting() {
        return jdbc.query(COLUMNS + "state = 'WAITING' order by asked_at", ExportStore::job, place.value());
    }

    /** Takes the job for this transaction; false if another server has it. */
    boolean take(String id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select pg_try_advisory_xact_lock(hashtextextended('export ' || ?, 0))", Boolean.class, id));
    }

    /** Settles a job that still waits; false if somebody cancelled it. */
    boolean settle(
            String id,
            ExportJob.State state,
            @Nullable Instant asOf,
            @Nullable Instant expiresAt,
            @Nullable String problem) {
        return jdbc.update(
                        "update export_job set state = ?, as_of = ?, expires_at = ?, problem = ?"
                                + " where place = ? and id = ? and state = 'WAITING'",
                        state.name(),
                        asOf == null ? null : utc(asOf),
                        expiresAt == null ? null : utc(expiresAt),
                        problem,
                        place.value(),
                        id)
                == 1;
    }

    void cancel(String id) {
        jdbc.update(
                "update export_job set state = 'CANCELLED' where place = ? and id = ? and state in ('WAITING', 'DONE')",
                place.value(),
                id);
        deleteFiles(id);
    }

    /** Deletes the files of jobs that expired by now. */
    void expire(Instant now) {
        List<String> over = jdbc.queryForList(
                "update export_job set state = 'EXPIRED' where place = ? and state = 'DONE' and expires_at <= ?"
                        + " returning id",
                String.class,
                place.value(),
                utc(now));
        over.forEach(this::deleteFiles);
    }

    private void deleteFiles(String id) {
        jdbc.update("delete from export_file where place = ? and job = ?", place.value(), id);
    }

    void add(String job, int number, String type, int lines, byte[] content) {
        jdbc.update(
                "insert into export_file (place, job, number, type, lines, content) values (?, ?, ?, ?, ?, ?)",
                place.value(),
                job,
                number,
                type,
                lines,
                content);
    }

    List<FileEntry> listFiles(String job) {
        return jdbc.query(
                "select number, type, lines from export_file where place = ? and job = ? order by number",
                (row, n) -> new FileEntry(row.getInt(1), row.getString(2), row.getInt(3)),
                place.value(),
                job);
    }

    Optional<byte[]> findFile(String job, int number) {
        return jdbc
                .query(
                        "select content from export_file where place = ? and job = ? and number = ?",
                        (row, n) -> row.getBytes(1),
                        place.value(),
                        job,
                        number)
                .stream()
                .findFirst();
    }

    private static ExportJob job(ResultSet row, int n) throws SQLException {
        return new ExportJob(
                row.getString(1),
                row.getString(2),
                list(row.getString(3)),
                instant(row.getObject(4, OffsetDateTime.class)),
                ExportJob.About.valueOf(row.getString(5)),
                row.getString(6),
                new User(
                        row.getString(7),
                        row.getString(8),
                        Role.find(row.getString(9)).orElseThrow(),
                        row.getString(10),
                        list(row.getString(11))),
                ExportJob.State.valueOf(row.getString(12)),
                instant(row.getObject(13, OffsetDateTime.class)),
                instant(row.getObject(14, OffsetDateTime.class)),
                row.getString(15));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
