package uk.homeward.server.directory;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.ServiceEvent;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes the entries that stand, and the regulator's ratings. */
@Component
public final class DirectoryProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public DirectoryProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.SERVICE;
    }

    @Override
    public List<String> tables() {
        return List.of("service_entry", "service_rating");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((ServiceEvent) r.event()) {
            case ServiceEvent.ServiceDescribed e -> described(r, e.details());
            case ServiceEvent.ServiceConfirmed e ->
                jdbc.update(
                        "update service_entry set version = ?, confirmed_at = ?, confirmed_by = ?"
                                + " where place = ? and id = ?",
                        r.sequence(),
                        at(r),
                        r.by().name(),
                        place.value(),
                        r.subject().id());
            case ServiceEvent.ServiceRated e ->
                jdbc.update("""
                    insert into service_rating (place, service, rating, rated_on, location) values (?, ?, ?, ?, ?)
                    on conflict (place, service) do update set rating = excluded.rating,
                        rated_on = excluded.rated_on, location = excluded.location
                    """, place.value(), r.subject().id(), e.rating(), e.on(), e.location());
            case ServiceEvent.ServiceWithdrawn e ->
                jdbc.update(
                        "update service_entry set version = ?, withdrawn_at = ?, withdrawn = ?"
                                + " where place = ? and id = ?",
                        r.sequence(),
                        at(r),
                        e.reason(),
                        place.value(),
                        r.subject().id());
            case ServiceEvent.ServiceRefused e -> {} // kept in the journal only
        }
    }

    private void described(Recorded<Event> r, Details d) {
        jdbc.update(
                "delete from service_entry where place = ? and id = ?",
                place.value(),
                r.subject().id());
        jdbc.update(
                """
                insert into service_entry (place, id, version, title, organisation, what, audience, not_for, categories,
                    phone, email, web, outward, site, areas, minimum_age, hours, opens, response, is_public, is_community, source,
                    confirmed_at, confirmed_by, withdrawn)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
                """,
                place.value(),
                r.subject().id(),
                r.sequence(),
                d.title(),
                d.organisation(),
                d.what(),
                d.audience(),
                d.notFor(),
                d.categories().toArray(String[]::new),
                d.phone(),
                d.email(),
                d.web(),
                d.outward(),
                d.site(),
                d.areas().toArray(String[]::new),
                d.minimumAge(),
                d.hours(),
                d.opens(),
                d.response(),
                d.isPublic(),
                d.isCommunity(),
                d.source(),
                at(r),
                r.by().name());
    }

    private static OffsetDateTime at(Recorded<Event> r) {
        return r.occurredAt().atOffset(ZoneOffset.UTC);
    }
}
