package uk.homeward.server.exchange.resources;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Numbers that grow, taken from the database a thousand at a time. */
final class Keys {

    private static final int BLOCK = 1000;

    private final JdbcTemplate jdbc;
    private long next;
    private long end;

    Keys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    synchronized List<Long> take(int count) {
        List<Long> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (next == end) {
                Long from = jdbc.queryForObject("select nextval('resource_key')", Long.class);
                next = from == null ? 0 : from;
                end = next + BLOCK;
            }
            keys.add(next++);
        }
        return keys;
    }
}
