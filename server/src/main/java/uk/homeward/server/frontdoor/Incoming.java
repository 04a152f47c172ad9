package uk.homeward.server.frontdoor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.pathway.Route;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.response.WorkLine;
import uk.homeward.server.response.WorkQuery;
import uk.homeward.server.response.Worklist;

/** Reads what comes in, and counts who sends it. */
@Component
public class Incoming {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Worklist worklist;
    private final Doors doors;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Incoming(Worklist worklist, Doors doors, JdbcTemplate jdbc, PlaceKey place) {
        this.worklist = worklist;
        this.doors = doors;
        this.jdbc = jdbc;
        this.place = place;
    }

    /**
     * What to show of what comes in.
     *
     * @param kind a kind of sender; empty for all
     * @param show {@code new}, {@code asked} (more was asked), {@code arrived} (at a hospital); empty for all
     */
    public record Filter(
            String kind, String show, String urgency, String locality, String text, WorkQuery.Sort sort, int page) {

        /** True where something narrows the list, so that an empty one can say so. */
        public boolean narrows() {
            return !(kind + show + urgency + locality + text).isEmpty();
        }

        /** The address of this list without the page's number. */
        public String address() {
            return "/front-door?kind=" + encode(kind) + "&show=" + encode(show) + "&urgency=" + encode(urgency)
                    + "&locality=" + encode(locality) + "&q=" + encode(text) + "&sort=" + sort.word();
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** Referrals, concerns and arrivals that wait for an answer; those who only refer see all open ones of their organisation. */
    List<WorkLine> list(Filter filter, User user) {
        WorkQuery query = new WorkQuery()
                .with("j.sender_kind", filter.kind())
                .with("j.urgency", filter.urgency())
                .with("j.locality", filter.locality())
                .named(filter.text())
                .sorted(filter.sort())
                .page(filter.page());
        if (!user.may(Permission.READ_PERSON)) {
            return worklist.list(query.where("j.sender = ?", user.organisation()));
        }
        return worklist.list(
                switch (filter.show()) {
                    case "new" -> query.where("j.state = 'REFERRED'");
                    case "asked" -> query.where("j.state = 'AWAITING_INFORMATION'");
                    case "arrived" -> arrived(query, "");
                    default -> arrived(query, "j.state in ('REFERRED', 'AWAITING_INFORMATION') or ");
                });
    }

    /** Those who arrived without a referral count as incoming until they have left the first step. */
    private WorkQuery arrived(WorkQuery query, String or) {
        List<Route> arriving = doors.arriving();
        return query.where(
                "(" + or + "(j.state in ('WAITING', 'IN_STEP') and j.route = any (?) and j.at = any (?)))",
                arriving.stream().map(r -> r.id().value()).toArray(String[]::new),
                arriving.stream().map(r -> r.to().name()).toArray(String[]::new));
    }

    /**
     * How much a kind of sender sent.
     *
     * @param week in the last seven days
     * @param before in the seven days before those
     */
    public record SourceCount(String kind, int week, int before) {}

    /** The counts of every kind of sender that the pathway knows, also of those who sent nothing; most first. */
    List<SourceCount> sources(Instant now) {
        Map<String, SourceCount> counted = new HashMap<>();
        jdbc.query(
                """
                select sender_kind, count(*) filter (where opened_at >= ?), count(*) filter (where opened_at < ?)
                from journey where place = ? and opened_at >= ? and route = any (?) group by sender_kind
                """,
                row -> {
                    counted.put(row.getString(1), new SourceCount(row.getString(1), row.getInt(2), row.getInt(3)));
                },
                now.minus(WEEK).atOffset(ZoneOffset.UTC),
                now.minus(WEEK).atOffset(ZoneOffset.UTC),
                place.value(),
                now.minus(WEEK.multipliedBy(2)).atOffset(ZoneOffset.UTC),
                doors.accepting().stream().map(r -> r.id().value()).toArray(String[]::new));
        List<SourceCount> all = new ArrayList<>();
        doors.kinds().keySet().forEach(kind -> all.add(counted.getOrDefault(kind, new SourceCount(kind, 0, 0))));
        all.sort(Comparator.comparingInt(SourceCount::week).reversed());
        return all;
    }
}
