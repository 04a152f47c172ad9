package uk.homeward.server.record;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** When each feed last told anything of anybody. A feed that has fallen silent is shown as stale, never as fresh. */
@Component
class Feeds {

    /** A system that told nothing of anybody for so long has probably stopped sending. */
    static final Duration SILENT = Duration.ofDays(2);

    private static final Duration FRESH = Duration.ofMinutes(1);
    /** So many of the newest resources are looked through; a feed that is not among them has been silent for long. */
    private static final int LATEST = 50_000;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private volatile Map<String, Instant> last = Map.of();
    private volatile Instant readAt = Instant.MIN;

    Feeds(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** Looks again, at most once a minute. To be called before a record is opened: while it is read, only its rows are seen. */
    void refresh() {
        Instant now = time.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            readAt = now;
            last = read();
        }
    }

    /**
     * One feed of those that told something of a person.
     *
     * @param newestHere when it last told something of this person
     * @param lastTold when it last told anything of anybody
     */
    record Feed(String source, Instant newestHere, Instant lastTold, boolean stale) {}

    /** The feeds from which these facts came, by their source's name. */
    Map<String, Feed> of(Collection<Fact> facts) {
        Map<String, Instant> ever = last;
        Map<String, Feed> feeds = new java.util.TreeMap<>();
        Instant now = time.instant();
        for (Fact fact : facts) {
            Feed known = feeds.get(fact.source());
            Instant here =
                    known == null || known.newestHere().isBefore(fact.toldAt()) ? fact.toldAt() : known.newestHere();
            Instant told = later(ever.getOrDefault(fact.feed(), fact.toldAt()), here);
            Instant lastTold = known == null ? told : later(known.lastTold(), told);
            feeds.put(
                    fact.source(),
                    new Feed(
                            fact.source(), here, lastTold, lastTold.plus(SILENT).isBefore(now)));
        }
        return feeds;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Map<String, Instant> read() {
        Map<String, Instant> read = new HashMap<>();
        jdbc.query(
                """
                select organisation || '/' || sender, max(updated_at) from (
                    select organisation, sender, updated_at from resource where place = ? and type = any (?)
                    order by key desc limit ?) latest
                group by 1
                """,
                row -> {
                    read.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                },
                place.value(),
                FactReader.TYPES.toArray(String[]::new),
                LATEST);
        return Map.copyOf(read);
    }
}
