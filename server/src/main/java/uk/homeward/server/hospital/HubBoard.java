package uk.homeward.server.hospital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.Side;
import uk.homeward.server.journal.PlaceKey;

/** Counts everybody who is ready and still in hospital, for the transfer of care hub. */
@Repository
public class HubBoard {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final FlowPlace place;

    HubBoard(JdbcTemplate jdbc, PlaceKey key, FlowPlace place) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /**
     * Everybody who is ready, in figures.
     *
     * @param days the days that they have waited so far, together
     * @param unnamed for how many nobody has named a cause
     * @param couldGoHome for how many a bed was asked although home could do
     */
    public record Totals(
            int ready,
            long days,
            int nhs,
            int socialCare,
            int both,
            int unnamed,
            int undescribed,
            int overSeven,
            List<ByCause> causes) {
        public Totals {
            causes = List.copyOf(causes);
        }
    }

    /** How many are held up by one cause; the cause is empty where nobody named one. */
    public record ByCause(String cause, int people, long days) {}

    Totals totals(List<String> sites, Instant now) {
        String today = place.day(now).toString();
        String zone = place.zone().getId();
        List<ByCause> causes =
                jdbc.query("""
                select f.hold_up, count(*), coalesce(sum(?::date - (f.ready_since at time zone ?)::date), 0)
                from flow f join spell s on s.place = f.place and s.id = f.stay
                where f.place = ? and s.site = any (?) and s.discharged_at is null and s.state = 'ADMITTED'
                  and f.left_at is null and f.ready_since is not null
                group by 1 order by 2 desc, 1
                """, (row, n) -> cause(row), today, zone, key.value(), sites.toArray(String[]::new));
        return jdbc.queryForObject(
                """
                select count(*) filter (where f.pathway is null), count(*) filter (where s.admitted_at < ?)
                from flow f join spell s on s.place = f.place and s.id = f.stay
                where f.place = ? and s.site = any (?) and s.discharged_at is null and s.state = 'ADMITTED'
                  and f.left_at is null and f.ready_since is not null
                """,
                (row, n) -> totals(causes, row.getInt(1), row.getInt(2)),
                place.at(place.day(now).minusDays(6), 0).atOffset(ZoneOffset.UTC),
                key.value(),
                sites.toArray(String[]::new));
    }

    private static ByCause cause(ResultSet row) throws SQLException {
        return new ByCause(row.getString(1), row.getInt(2), row.getLong(3));
    }

    private Totals totals(List<ByCause> causes, int undescribed, int overSeven) {
        return new Totals(
                causes.stream().mapToInt(ByCause::people).sum(),
                causes.stream().mapToLong(ByCause::days).sum(),
                people(causes, Side.NHS),
                people(causes, Side.SOCIAL_CARE),
                people(causes, Side.BOTH),
                causes.stream()
                        .filter(c -> c.cause().isEmpty())
                        .mapToInt(ByCause::people)
                        .sum(),
                undescribed,
                overSeven,
                causes);
    }

    private int people(List<ByCause> causes, Side side) {
        List<String> ids = causesOf(side);
        return causes.stream()
                .filter(c -> ids.contains(c.cause()))
                .mapToInt(ByCause::people)
                .sum();
    }

    /** The causes for which one side must act. */
    List<String> causesOf(Side side) {
        List<String> ids = new ArrayList<>();
        for (DelayCause cause : place.causes().list()) {
            if (cause.owner() == side) {
                ids.add(cause.id().value());
            }
        }
        return ids;
    }
}
