package uk.homeward.server.demo;

import java.time.Instant;
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
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Told;

/**
 * The running place: everything goes through the desk, as for everybody else; what hospitals would tell goes by message.
 */
final class LiveWorld implements World {

    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Pathway pathway;
    private final Hospitals hospitals;
    private final HospitalMessages messages;

    LiveWorld(
            Desk desk,
            JdbcTemplate jdbc,
            PlaceKey place,
            Pathway pathway,
            Hospitals hospitals,
            HospitalMessages messages) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.place = place;
        this.pathway = pathway;
        this.hospitals = hospitals;
        this.messages = messages;
    }

    @Override
    public Optional<Journey> find(String journey) {
        return desk.find(journey);
    }

    @Override
    public Optional<Journey> open(Arrival arrival, Somebody who, JourneyCommand.Open open, Actor by) {
        if (Hospitals.isFrontDoor(pathway.get(arrival.route())) && arrives(arrival, who, open.reason())) {
            return Optional.empty(); // the listener opens the journey, as for any hospital's message
        }
        return after(desk.open(arrival.journey(), pathway.id(), open, arrival.at(), by, "demo/" + arrival.journey()));
    }

    private boolean arrives(Arrival arrival, Somebody who, String reason) {
        return hospitals
                .emergencyDepartment(who.locality(), arrival.journey())
                .map(ward -> new StayNews(1, arrival.at(), StayNews.What.ARRIVED, arrival.journey(), ward, reason))
                .filter(news -> messages.tell(who.id(), news))
                .isPresent();
    }

    @Override
    public Optional<Journey> tell(Journey seen, JourneyCommand command, Instant at, Actor by) {
        Optional<Journey> after = after(desk.tell(seen.id(), seen.version(), command, at, by, null));
        if (messages.canSpeak()) {
            after.ifPresent(journey -> hospitals.of(journey).stream()
                    .filter(news -> news.sequence() > seen.version())
                    .forEach(news -> messages.tell(journey.person(), news)));
        }
        return after;
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
        return number(
                "select coalesce(sum(greatest(floor(capacity - out_of_service) - occupied, 0)), 0)::int from unit"
                        + " where place = ? and pool = ?",
                pool.value());
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
