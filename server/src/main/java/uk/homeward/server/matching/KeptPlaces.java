package uk.homeward.server.matching;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;

/** Where a place is kept for somebody who is in hospital and wants to go back to it. */
@Component
class KeptPlaces {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Openings openings;

    KeptPlaces(JdbcTemplate jdbc, PlaceKey place, Openings openings) {
        this.jdbc = jdbc;
        this.place = place;
        this.openings = openings;
    }

    /** The provider's name; empty if no place is kept. */
    String where(String person) {
        return jdbc.queryForList("""
                        select e.provider from package_element e
                        join package p on p.place = e.place and p.id = e.package
                        where e.place = ? and p.person = ? and e.state = 'PAUSED' and e.wants_to_return
                        order by e.from_day limit 1
                        """, String.class, place.value(), person).stream()
                .findFirst()
                .map(openings::title)
                .orElse("");
    }
}
