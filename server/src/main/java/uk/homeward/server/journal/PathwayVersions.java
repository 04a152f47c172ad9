package uk.homeward.server.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PathwayEvent.PathwayPublished;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.server.time.PlaceTime;

/** The versions of the pathways' definitions, as they were told; a definition that is new at a start is told then. */
public final class PathwayVersions implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public PathwayVersions(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.PATHWAY;
    }

    @Override
    public List<String> tables() {
        return List.of("pathway_version");
    }

    @Override
    public void write(Recorded<Event> event) {
        if (event.event() instanceof PathwayPublished(int version, String text)) {
            jdbc.update(
                    "insert into pathway_version (place, pathway, number, version, published_at, text)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    place.value(),
                    event.subject().id(),
                    event.sequence(),
                    version,
                    Journal.at(event.recordedAt()),
                    text);
        }
    }

    /** Tells the pathways of every version that was told. */
    public void load(Pathways pathways) {
        jdbc.query(
                "select pathway, text from pathway_version where place = ? order by pathway, number",
                row -> {
                    pathways.learn(PathwayId.of(row.getString(1)), row.getString(2));
                },
                place.value());
    }

    private Optional<String> last(PathwayId id) {
        return jdbc
                .queryForList(
                        "select text from pathway_version where place = ? and pathway = ? order by number desc limit 1",
                        String.class,
                        place.value(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** At a start, before any door opens: what is new is told, and what was told is known. */
    @Component
    @DependsOnDatabaseInitialization
    static final class Publishing implements SmartInitializingSingleton {

        private final PathwayVersions versions;
        private final Pathways pathways;
        private final Ledger ledger;
        private final PlaceTime time;

        Publishing(PathwayVersions versions, Pathways pathways, Ledger ledger, PlaceTime time) {
            this.versions = versions;
            this.pathways = pathways;
            this.ledger = ledger;
            this.time = time;
        }

        @Override
        public void afterSingletonsInstantiated() {
            pathways.definitions().stream()
                    .filter(d -> !versions.last(d.pathway().id())
                            .filter(d.text()::equals)
                            .isPresent())
                    .forEach(this::tell);
            versions.load(pathways);
        }

        private void tell(Pathways.Definition definition) {
            ledger.tell(
                    Subject.pathway(definition.pathway().id().value()),
                    time.instant(),
                    Actor.system("place-data", versions.place.value()),
                    null,
                    before -> Verdict.done(
                            new PathwayPublished(definition.pathway().version(), definition.text())));
        }
    }
}
