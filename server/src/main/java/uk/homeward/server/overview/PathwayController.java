package uk.homeward.server.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayDrawing;
import uk.homeward.journey.pathway.PathwayDrawing.Badge;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** The drawn pathway, with how many people are at each step now. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class PathwayController {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;
    private final Pathway pathway;
    private @Nullable PathwayDrawing drawing;

    PathwayController(JdbcTemplate jdbc, PlaceKey key, Place place, PlaceTime time, Pathways pathways) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
        this.pathway = pathways.first();
    }

    @GetMapping("/pathway")
    ModelAndView pathway(User user) {
        Map<String, Badge> badges = badges(time.instant());
        PathwayDrawing drawn = drawing();
        return new ModelAndView("overview/pathway")
                .addObject("pathway", pathway)
                .addObject("svg", drawn.svg(badges))
                .addObject("badges", badges);
    }

    /** Laid out once, at the first visit: the definition does not change while the server runs. */
    private synchronized PathwayDrawing drawing() {
        PathwayDrawing drawn = drawing;
        if (drawn == null) {
            drawn = PathwayDrawing.withNotes(pathway);
            drawing = drawn;
        }
        return drawn;
    }

    private Map<String, Badge> badges(Instant now) {
        LocalDate today = now.atZone(place.zone()).toLocalDate();
        OffsetDateTime midnight = today.atStartOfDay(place.zone()).toInstant().atOffset(ZoneOffset.UTC);
        Map<String, Badge> badges = new HashMap<>();
        pathway.routes().keySet().forEach(r -> badges.put(r.value(), new Badge("0", "today")));
        pathway.steps().keySet().forEach(s -> badges.put(s.value(), new Badge("0", "nobody waits")));
        pathway.decisions().keySet().forEach(d -> badges.put(d.value(), new Badge("0", "")));
        pathway.exits().keySet().forEach(e -> badges.put(e.value(), new Badge("0", "today")));
        List<String> steps =
                pathway.steps().keySet().stream().map(s -> s.value()).toList();
        jdbc.query(
                """
                select at, count(*) filter (where state <> 'WAITING') as there,
                    count(*) filter (where state = 'WAITING') as waiting
                from journey where place = ? and ended_at is null group by at
                """,
                row -> {
                    put(badges, row, steps.contains(row.getString("at")));
                },
                key.value());
        today(
                badges,
                "select route, count(*) from journey where place = ? and opened_at >= ? group by route",
                midnight);
        today(badges, "select at, count(*) from journey where place = ? and ended_at >= ? group by at", midnight);
        return badges;
    }

    private static void put(Map<String, Badge> badges, ResultSet row, boolean step) throws SQLException {
        int waiting = row.getInt("waiting");
        String note = !step ? "" : waiting == 0 ? "nobody waits" : waiting + " waiting";
        String figure = row.getString("there");
        badges.computeIfPresent(row.getString("at"), (name, b) -> new Badge(figure, note));
    }

    private void today(Map<String, Badge> badges, String sql, OffsetDateTime midnight) {
        jdbc.query(
                sql,
                row -> {
                    String figure = row.getString(2);
                    badges.computeIfPresent(row.getString(1), (name, b) -> new Badge(figure, "today"));
                },
                key.value(),
                midnight);
    }
}
