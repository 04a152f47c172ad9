package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;

/** Who could move first, as somebody may see it: with names only for those who act for people of the whole place. */
@Repository
class MoverNames {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final Pathway pathway;

    MoverNames(JdbcTemplate jdbc, PlaceKey key, Place place, Pathways pathways) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.pathway = pathways.first();
    }

    List<MoverLine> of(List<Mover> movers, User user) {
        boolean named = user.may(Permission.READ_BOARDS) && user.may(Permission.ACT_FOR_PLACE);
        Map<String, String> names = named ? names(movers) : Map.of();
        List<MoverLine> lines = new ArrayList<>();
        for (Mover m : movers) {
            lines.add(new MoverLine(
                    user.may(Permission.READ_BOARDS) ? m.journey() : "",
                    names.getOrDefault(m.journey(), ""),
                    pathway.get(PoolId.of(m.pool())).title(),
                    m.ready() ? ready(m) : m.step() + ", " + ForecastWall.percent(m.chance()) + " within a day",
                    locality(m.locality()),
                    m.since()));
        }
        return lines;
    }

    private static String ready(Mover m) {
        return m.waitsFor().isEmpty() ? "Ready now: a decision is due" : "Ready now: waits for " + m.waitsFor();
    }

    private String locality(String id) {
        return id.isEmpty() || !place.localities().has(LocalityId.of(id))
                ? ""
                : place.localities().get(LocalityId.of(id)).title();
    }

    private Map<String, String> names(List<Mover> movers) {
        Map<String, String> names = new HashMap<>();
        String[] journeys = movers.stream().map(Mover::journey).toArray(String[]::new);
        jdbc.query(
                """
                select j.id, p.given || ' ' || p.family from journey j join person p on p.place = j.place and p.id = j.person
                where j.place = ? and j.id = any(?)
                """,
                row -> {
                    names.put(row.getString(1), row.getString(2));
                },
                key.value(),
                journeys);
        return names;
    }
}
