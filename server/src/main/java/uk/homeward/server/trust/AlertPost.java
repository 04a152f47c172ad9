package uk.homeward.server.trust;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.measures.Post;
import uk.homeward.server.time.PlaceTime;

/** Sends alerts to privacy officers by e-mail, each once; what cannot be sent stays and is tried again. */
@Component
@DependsOnDatabaseInitialization
class AlertPost {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final @Nullable Post post;

    @Autowired
    AlertPost(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this(jdbc, place, time, Post.ofSettings());
    }

    AlertPost(JdbcTemplate jdbc, PlaceKey place, PlaceTime time, @Nullable Post post) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        this.post = post;
    }

    private record Waiting(String glass, String email, String words) {}

    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void send() {
        if (post != null) {
            waiting().forEach(alert -> send(post, alert));
        }
    }

    private List<Waiting> waiting() {
        return jdbc.query(
                "select glass, email, words from privacy_alert where place = ? and email <> '' and sent_at is null"
                        + " order by made_at limit 100",
                (row, n) -> new Waiting(row.getString(1), row.getString(2), row.getString(3)),
                place.value());
    }

    private void send(Post by, Waiting alert) {
        try {
            by.send(alert.email(), "Homeward: a record was opened with a reason", alert.words(), time.instant());
            jdbc.update(
                    "update privacy_alert set sent_at = ?, fault = null where place = ? and glass = ?",
                    time.instant().atOffset(ZoneOffset.UTC),
                    place.value(),
                    alert.glass());
        } catch (IOException e) {
            jdbc.update(
                    "update privacy_alert set fault = ? where place = ? and glass = ?",
                    e.getMessage(),
                    place.value(),
                    alert.glass());
        }
    }
}
