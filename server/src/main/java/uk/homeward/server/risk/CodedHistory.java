package uk.homeward.server.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.homeward.insight.risk.Diagnosis;
import uk.homeward.insight.risk.Icd10;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Keeps coded diagnoses: what was uploaded, and what of it was refused. A diagnosis that comes twice is kept once. */
@Repository
public class CodedHistory {

    private static final int BATCH = 2_000;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final ReceivedConditions receivedConditions;

    CodedHistory(JdbcTemplate jdbc, PlaceKey place, ReceivedConditions receivedConditions) {
        this.jdbc = jdbc;
        this.place = place;
        this.receivedConditions = receivedConditions;
    }

    /** An upload. */
    public record Upload(String id, String file, String by, Instant at, int rows, int taken, int refused) {}

    /** A row of an upload that was put aside. */
    public record RefusedRow(int line, String row, String reason) {}

    /** Takes what can be used of a file; returns the upload's id. */
    @Transactional
    public String take(String file, String text, User by, Instant at, LocalDate today) {
        List<String> people = jdbc.queryForList("select id from person where place = ?", String.class, place.value());
        DiagnosisRows read = DiagnosisRows.read(text, new HashSet<>(people), today);
        String id = UUID.randomUUID().toString();
        jdbc.update(
                """
                insert into upload (place, id, file, by_id, by_name, at, rows, taken, refused)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                place.value(),
                id,
                file,
                by.id(),
                by.name(),
                at.atOffset(ZoneOffset.UTC),
                read.rows(),
                read.taken().size(),
                read.refused().size());
        jdbc.batchUpdate(
                "insert into coded_diagnosis (place, person, code, coded_on, upload) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                read.taken(),
                BATCH,
                (row, d) -> {
                    row.setString(1, place.value());
                    row.setString(2, d.person());
                    row.setString(3, d.code().code());
                    row.setObject(4, d.on());
                    row.setString(5, id);
                });
        jdbc.batchUpdate(
                "insert into upload_refusal (place, upload, line, row, reason) values (?, ?, ?, ?, ?)",
                read.refused(),
                BATCH,
                (row, r) -> {
                    row.setString(1, place.value());
                    row.setString(2, id);
                    row.setInt(3, r.line());
                    row.setString(4, r.row());
                    row.setString(5, r.reason());
                });
        return id;
    }

    List<Upload> uploads() {
        return jdbc.query(
                "select * from upload where place = ? order by at desc limit 50",
                (row, n) -> new Upload(
                        row.getString("id"),
                        row.getString("file"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("rows"),
                        row.getInt("taken"),
                        row.getInt("refused")),
                place.value());
    }

    Optional<Upload> find(String id) {
        return uploads().stream().filter(u -> u.id().equals(id)).findFirst();
    }

    List<RefusedRow> refusals(String upload) {
        return jdbc.query(
                "select line, row, reason from upload_refusal where place = ? and upload = ? order by line limit 1000",
                (row, n) -> new RefusedRow(row.getInt("line"), row.getString("row"), row.getString("reason")),
                place.value(),
                upload);
    }

    /**
     * All diagnoses since a day, by person: those of files, those that hospitals coded of stays, and those of received
     * Conditions.
     */
    Map<String, List<Diagnosis>> since(LocalDate day) {
        return of(day, null);
    }

    /** The same of one person. */
    List<Diagnosis> since(LocalDate day, String person) {
        return of(day, List.of(person)).getOrDefault(person, List.of());
    }

    private Map<String, List<Diagnosis>> of(LocalDate day, @Nullable List<String> people) {
        String[] only = people == null ? null : people.toArray(String[]::new);
        Map<String, List<Diagnosis>> all = uploaded(day, only);
        diagnosesOfStays(all, day, only);
        receivedConditions
                .since(day, only)
                .forEach((person, list) ->
                        all.computeIfAbsent(person, p -> new ArrayList<>()).addAll(list));
        return all;
    }

    private void diagnosesOfStays(Map<String, List<Diagnosis>> all, LocalDate day, String @Nullable [] only) {
        jdbc.query(
                """
                select person, codes, coalesce(discharged_at, admitted_at, arrived_at) as at from spell
                where place = ? and codes <> '' and coalesce(discharged_at, admitted_at, arrived_at) >= ?
                    and (?::text[] is null or person = any (?))
                """,
                row -> {
                    LocalDate on = row.getObject("at", OffsetDateTime.class).toLocalDate();
                    List<Diagnosis> of = all.computeIfAbsent(row.getString("person"), p -> new ArrayList<>());
                    for (String code : row.getString("codes").split(" ")) {
                        Icd10.find(code).ifPresent(known -> of.add(new Diagnosis(on, known)));
                    }
                },
                place.value(),
                day.atStartOfDay().atOffset(ZoneOffset.UTC),
                only,
                only);
    }

    private Map<String, List<Diagnosis>> uploaded(LocalDate day, String @Nullable [] only) {
        Map<String, List<Diagnosis>> all = new HashMap<>();
        jdbc.query(
                """
                select person, code, coded_on from coded_diagnosis
                where place = ? and coded_on >= ? and (?::text[] is null or person = any (?))
                """,
                row -> {
                    all.computeIfAbsent(row.getString("person"), p -> new ArrayList<>())
                            .add(new Diagnosis(
                                    row.getObject("coded_on", LocalDate.class), new Icd10(row.getString("code"))));
                },
                place.value(),
                day,
                only,
                only);
        return all;
    }
}
