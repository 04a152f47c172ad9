package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.server.journal.PlaceKey;

/** Reads how expected dates of discharge turned out, for wards and consultants to learn from. No names. */
@Repository
public class DateLearning {

    /** Below this many stays a share says nothing. */
    static final int FEWEST = 5;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final FlowPlace place;

    DateLearning(JdbcTemplate jdbc, PlaceKey key, FlowPlace place) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /** By what the stays are told apart. */
    public enum By {
        WARD("Ward", "f.ward"),
        CONSULTANT("Consultant", "f.consultant");

        private final String title;
        private final String column;

        By(String title, String column) {
            this.title = title;
            this.column = column;
        }

        public String title() {
            return title;
        }

        static By of(String word) {
            return word.equals("consultant") ? CONSULTANT : WARD;
        }
    }

    /**
     * How the dates of one ward or consultant turned out.
     *
     * @param left stays of at least one night that ended in the time
     * @param withDate those that had an expected date
     * @param inTime those whose first date was set by midday after admission
     * @param byFirst those who left on their first date or before
     * @param byLast those who left on their last date or before
     * @param meanLate days by which people left after their first date, on average; negative if earlier
     * @param changes how often a date was moved, on average
     */
    public record Line(
            String who, int left, int withDate, int inTime, int byFirst, int byLast, double meanLate, double changes) {

        /** A share in per cent; -1 where too few stays make it say nothing. */
        public int percent(int of) {
            return withDate < FEWEST ? -1 : Math.round(100f * of / withDate);
        }
    }

    List<Line> of(By by, List<String> sites, Instant from, Instant until) {
        String zone = place.zone().getId();
        return jdbc.query(
                """
                select %s as who, count(*) as stays, count(f.first_expected) as dated,
                       count(*) filter (where f.expected_set_at <=
                           ((f.admitted_at at time zone ?)::date + 1 + time '12:00') at time zone ?) as in_time,
                       count(*) filter (where (f.left_at at time zone ?)::date <= f.first_expected) as by_first,
                       count(*) filter (where (f.left_at at time zone ?)::date <= f.expected) as by_last,
                       coalesce(avg((f.left_at at time zone ?)::date - f.first_expected), 0) as late,
                       coalesce(avg(f.expected_changes) filter (where f.first_expected is not null), 0) as changes
                from flow f join spell s on s.place = f.place and s.id = f.stay
                where f.place = ? and s.site = any (?) and f.left_at >= ? and f.left_at < ? and not f.died
                  and (f.left_at at time zone ?)::date > (f.admitted_at at time zone ?)::date and %s <> ''
                group by 1 order by 1
                """.formatted(by.column, by.column),
                (row, n) -> new Line(
                        row.getString("who"),
                        row.getInt("stays"),
                        row.getInt("dated"),
                        row.getInt("in_time"),
                        row.getInt("by_first"),
                        row.getInt("by_last"),
                        row.getDouble("late"),
                        row.getDouble("changes")),
                zone,
                zone,
                zone,
                zone,
                zone,
                key.value(),
                sites.toArray(String[]::new),
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC),
                zone,
                zone);
    }
}
