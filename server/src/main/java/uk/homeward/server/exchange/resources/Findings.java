package uk.homeward.server.exchange.resources;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** What senders' resources have that R4 does not: kept all the same, and counted for each feed. */
@Component
public class Findings {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    Findings(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** One kind of slip of one feed. */
    public record Finding(
            String feed,
            String type,
            String element,
            String what,
            long times,
            Instant firstAt,
            Instant lastAt,
            String example) {}

    private record Slip(String type, String element, String what, String example) {}

    void count(Source source, List<Draft> drafts, List<Writing.Lost> lost) {
        List<Slip> slips = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.findings()
                    .forEach(f -> slips.add(new Slip(draft.type().name(), f.path(), f.what(), draft.reference())));
            lost.stream()
                    .map(l -> draft.references().get(l.reference()))
                    .filter(java.util.Objects::nonNull)
                    .forEach(r -> slips.add(new Slip(
                            draft.type().name(),
                            r.element().replaceAll("\\[\\d+]", ""),
                            "refers to what is not here",
                            draft.reference())));
        }
        // one row for each kind, in one order, so that two feeds at once never wait for each other crosswise
        Map<Slip, Long> counts = new TreeMap<>(
                Comparator.comparing(Slip::type).thenComparing(Slip::element).thenComparing(Slip::what));
        slips.forEach(s -> counts.merge(s, 1L, Long::sum));
        OffsetDateTime now = time.instant().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                """
                insert into feed_finding as f (place, feed, type, element, what, times, first_at, last_at, example)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, feed, type, element, what)
                do update set times = f.times + excluded.times, last_at = excluded.last_at, example = excluded.example
                """,
                counts.entrySet().stream()
                        .map(c -> row(source, c.getKey(), c.getValue(), now))
                        .toList());
    }

    private Object[] row(Source source, Slip slip, long times, OffsetDateTime now) {
        return new Object[] {
            place.value(), source.feed(), slip.type(), slip.element(), slip.what(), times, now, now, slip.example()
        };
    }

    /** What was found, the most frequent first. */
    public List<Finding> list(int most) {
        return jdbc.query(
                "select feed, type, element, what, times, first_at, last_at, example from feed_finding where place = ?"
                        + " order by times desc, feed, type, element limit ?",
                (row, n) -> new Finding(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getString(8)),
                place.value(),
                most);
    }
}
