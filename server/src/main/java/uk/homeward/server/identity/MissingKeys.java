package uk.homeward.server.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.identity.Keys;
import uk.homeward.journey.identity.Traits;
import uk.homeward.server.journal.PlaceKey;

/** Makes the keys of people who were registered before there were any, once, after the start. */
@Component
class MissingKeys {

    private static final Logger LOG = LoggerFactory.getLogger(MissingKeys.class);
    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    MissingKeys(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A record without keys. */
    private record Keyless(String id, Traits traits) {}

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        long made = 0;
        for (List<Keyless> some = some(); !some.isEmpty(); some = some()) {
            jdbc.batchUpdate(
                    "update person set match_keys = cast(? as int[]) where place = ? and id = ?",
                    some,
                    AT_ONCE,
                    (statement, keyless) -> {
                        statement.setString(1, keys(keyless.traits()));
                        statement.setString(2, place.value());
                        statement.setString(3, keyless.id());
                    });
            made += some.size();
        }
        if (made > 0) {
            LOG.info("Keys for matching were made for {} people", made);
        }
    }

    private List<Keyless> some() {
        return jdbc.query(
                "select " + Candidates.COLUMNS + " from person where place = ? and match_keys is null limit " + AT_ONCE,
                (row, n) -> new Keyless(row.getString(1), Candidates.traits(row)),
                place.value());
    }

    private static String keys(Traits traits) {
        return Arrays.stream(Keys.of(traits)).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
