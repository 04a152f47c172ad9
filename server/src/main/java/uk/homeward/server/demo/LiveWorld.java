package uk.homeward.server.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.server.exchange.hospitals.Comer;
import uk.homeward.server.exchange.hospitals.DemoHospitals;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Told;
import uk.homeward.server.journal.Units;
import uk.homeward.server.time.PlaceTime;

/**
 * The running place: everything goes through the desk, as for everybody else. Who comes to a hospital is announced by that
 * hospital's message; the front door opens their journey, and the autopilot takes it up as it does with any other. What
 * happens to them in hospital afterwards the demo's hospitals see for themselves.
 */
final class LiveWorld implements World {

    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final Pathway pathway;
    private final Hospitals stays;
    private final DemoHospitals hospitals;

    LiveWorld(
            Desk desk,
            JdbcTemplate jdbc,
            PlaceKey place,
            PlaceTime time,
            Pathway pathway,
            Hospitals stays,
            DemoHospitals hospitals) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        this.pathway = pathway;
        this.stays = stays;
        this.hospitals = hospitals;
    }

    @Override
    public Optional<Journey> find(String journey) {
        return desk.find(journey);
    }

    @Override
    public Optional<Journey> open(Arrival arrival, Somebody who, JourneyCommand.Open open, Actor by) {
        if (Hospitals.isFrontDoor(pathway.get(open.route())) && isAnnounced(arrival, who, open.reason())) {
            return Optional.empty();
        }
        return after(desk.open(arrival.journey(), pathway.id(), open, arrival.at(), by, "demo/" + arrival.journey()));
    }

    private boolean isAnnounced(Arrival arrival, Somebody who, String reason) {
        return stays.emergencyDepartment(who.locality(), arrival.journey())
                .map(department -> new Comer(arrival.journey(), who.id(), department.id(), arrival.at(), reason))
                .filter(hospitals::arrives)
                .isPresent();
    }

    @Override
    public Optional<Journey> tell(Journey seen, JourneyCommand command, Instant at, Actor by) {
        return after(desk.tell(seen.id(), seen.version(), command, at, by, null));
    }

    private static Optional<Journey> after(Told told) {
        return switch (told) {
            case Told.Done done -> Optional.of(done.journey());
            case Told.Refused refused -> Optional.empty();
            case Told.Conflict conflict -> Optional.empty();
        };
    }

    @Override
    public void tellPerson(String person, List<PersonEvent> facts, Instant at, Actor by) {
        desk.tellPerson(person, facts, at, by, null);
    }

    /** Free places, less one for each person in human hands who waits too: nobody takes their turn. */
    @Override
    public int room(Step step) {
        int free = step.occupies().keySet().stream().mapToInt(this::free).min().orElse(Integer.MAX_VALUE);
        return free == 0 || step.occupies().isEmpty() ? free : Math.max(0, free - waitingByHand(step));
    }

    private int free(PoolId pool) {
        Integer free = jdbc.queryForObject(
                "select coalesce(sum(greatest(floor(" + Units.FREE + "), 0)), 0)::int from unit u"
                        + " where u.place = ? and u.pool = ?",
                Integer.class,
                time.instant().atOffset(ZoneOffset.UTC),
                place.value(),
                pool.value());
        return free == null ? 0 : free;
    }

    private int waitingByHand(Step step) {
        return number(
                "select count(*)::int from journey where place = ? and at = ? and state = 'WAITING'"
                        + " and by_hand and ended_at is null",
                step.id().value());
    }

    private int number(String sql, String what) {
        Integer number = jdbc.queryForObject(sql, Integer.class, place.value(), what);
        return number == null ? 0 : number;
    }
}
