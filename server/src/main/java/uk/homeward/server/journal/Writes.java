package uk.homeward.server.journal;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that belong together, sent to the database as one message. Outside of a transaction the message is one by
 * itself: all of it is done and durable when {@link #run} returns, or nothing is.
 */
final class Writes {

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a statement with its parameters; those of time as {@code OffsetDateTime}. */
    Writes add(String statement, @Nullable Object... parameters) {
        statements.add(statement);
        values.addAll(Arrays.asList(parameters));
        return this;
    }

    /**
     * Sends them.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them would break a unique key; then none was done
     */
    void run(JdbcTemplate jdbc) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (PreparedStatement all = connection.prepareStatement(String.join(";\n", statements))) {
                for (int i = 0; i < values.size(); i++) {
                    all.setObject(i + 1, values.get(i));
                }
                return all.execute();
            }
        });
    }
}
