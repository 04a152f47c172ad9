package uk.homeward.server.exchange.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** Counts what came and went on every line. */
@Component
class Interfaces {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOSPITALS = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final Hl7Listener listener;

    Interfaces(JdbcTemplate jdbc, PlaceKey place, PlaceTime time, Hl7Listener listener) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        this.listener = listener;
    }

    /** What was counted of one line. */
    private record Counted(long day, @Nullable Instant last, long waiting) {}

    List<InterfaceLine> list() {
        Instant now = time.instant();
        List<InterfaceLine> lines = new ArrayList<>();
        Counted hl7 = messages("hl7", now);
        String port = listener.port() < 0 ? "not listening" : "port " + listener.port();
        lines.add(line("HL7 v2: ADT, REF, ORU", "/exchange/hl7", true, hl7, HOSPITALS, now, port));
        lines.add(line(
                "FHIR messages: BaRS referrals, ITK3 letters",
                "/exchange/fhir",
                true,
                messages("fhir", now),
                DAY,
                now,
                ""));
        lines.add(line("FHIR REST and NDJSON: facts", "/exchange/import", true, facts(now), DAY, now, ""));
        lines.add(line("Subscriptions by REST hook", "/exchange/subscriptions", false, hooks(now), DAY, now, ""));
        lines.add(line(
                "Sent to others: ADT, MDM, ITK3, BaRS",
                "/exchange/outgoing",
                false,
                outgoing(now),
                DAY,
                now,
                stuck(now)));
        return lines;
    }

    private static InterfaceLine line(
            String title, String path, boolean in, Counted c, Duration longest, Instant now, String remark) {
        return InterfaceLine.of(title, path, in, c.day(), c.last(), longest, now, c.waiting(), remark);
    }

    private Counted messages(String channel, Instant now) {
        return counted(
                "select count(*) filter (where received_at > ?), max(received_at),"
                        + " (select count(*) from message where place = ? and channel = ?"
                        + " and state in ('TO_MEND', 'REJECTED'))"
                        + " from (select received_at from message where place = ? and channel = ?"
                        + " order by number desc limit 20000) latest",
                at(now.minus(DAY)),
                place.value(),
                channel,
                place.value(),
                channel);
    }

    private Counted facts(Instant now) {
        return counted(
                "select count(*) filter (where at > ?), max(at), 0 from (select updated_at as at from resource where"
                        + " place = ? order by key desc limit 20000) latest",
                at(now.minus(DAY)),
                place.value());
    }

    private Counted hooks(Instant now) {
        return counted(
                "select (select count(*) from subscription where place = ? and delivered_at > ?),"
                        + " (select max(delivered_at) from subscription where place = ?),"
                        + " (select count(*) from notification where place = ? and dead)",
                place.value(),
                at(now.minus(DAY)),
                place.value(),
                place.value());
    }

    private Counted outgoing(Instant now) {
        return counted(
                "select count(*) filter (where state = 'SENT' and settled_at > ?),"
                        + " max(settled_at) filter (where state = 'SENT'),"
                        + " count(*) filter (where state in ('REFUSED', 'DEAD')) from outgoing where place = ?",
                at(now.minus(DAY)),
                place.value());
    }

    private String stuck(Instant now) {
        Long waiting = jdbc.queryForObject(
                "select count(*) from outgoing where place = ? and state = 'WAITING' and queued_at < ?",
                Long.class,
                place.value(),
                at(now.minus(HOSPITALS)));
        return waiting == null || waiting == 0 ? "" : waiting + " have waited for more than an hour";
    }

    private Counted counted(String sql, Object... arguments) {
        return jdbc.query(
                        sql,
                        (row, n) -> {
                            OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
                            return new Counted(row.getLong(1), last == null ? null : last.toInstant(), row.getLong(3));
                        },
                        arguments)
                .getFirst();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
