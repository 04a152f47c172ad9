package uk.homeward.server.journal;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds a person by what forms and tables name them by. */
@Component
public class PersonKeys {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public PersonKeys(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The id of whom an NHS number (with or without spaces) or an id names; empty where nobody is known by it. */
    public Optional<String> find(String given) {
        return jdbc
                .queryForList(
                        "select id from person where place = ? and merged_into is null and (id = ? or nhs_number = ?)",
                        String.class,
                        place.value(),
                        given.strip(),
                        given.replace(" ", ""))
                .stream()
                .findFirst();
    }
}
