package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Projections;
import uk.homeward.server.ServerTest;
import uk.homeward.server.time.PlaceTime;

/** Two servers on one database, each of which remembers journeys, and commands within a transaction that fails. */
class RememberedTest extends ServerTest {

    private final PlaceTime time = bean(PlaceTime.class);
    private final Desk here = bean(Desk.class);
    private final Desk elsewhere = StandAlone.over(
                    bean(DataSource.class), bean(Place.class), bean(Pathways.class), time, Projections::over)
            .desk();

    @Test
    void a_command_here_follows_what_was_told_elsewhere() {
        String id = opened(here);
        assertThat(elsewhere.tell(id, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null))
                .isInstanceOf(Told.Done.class);

        Told note =
                here.tell(id, 0, new JourneyCommand.AddNote("Key is with the neighbour"), time.instant(), STAFF, null);

        assertThat(note).isInstanceOf(Told.Done.class);
        assertThat(here.get(id)).isEqualTo(elsewhere.get(id));
        assertThat(here.get(id).isAccepted()).isTrue();
    }

    @Test
    void whoever_has_not_seen_what_was_told_elsewhere_is_told_what_changed() {
        String id = opened(here);
        elsewhere.tell(id, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);

        Told told = here.tell(id, 1, new JourneyCommand.Accept(), time.instant(), STAFF, null);

        assertThat(told)
                .isInstanceOfSatisfying(
                        Told.Conflict.class, c -> assertThat(c.changed()).hasSize(2));
    }

    @Test
    void the_same_key_is_done_once_even_after_the_journey_went_on() {
        String id = opened(here);
        String key = newId("key");
        here.tell(id, 1, new JourneyCommand.Accept(), time.instant(), STAFF, key);
        here.tell(id, 0, new JourneyCommand.AddNote("Later"), time.instant(), STAFF, null);

        assertThat(here.tell(id, 1, new JourneyCommand.Accept(), time.instant(), STAFF, key))
                .isInstanceOfSatisfying(
                        Told.Done.class, d -> assertThat(d.happened()).isEmpty());
        assertThat(here.tell(id, 0, new JourneyCommand.Accept(), time.instant(), STAFF, key))
                .isInstanceOfSatisfying(
                        Told.Done.class, d -> assertThat(d.happened()).isEmpty());
        assertThat(here.get(id).version()).isEqualTo(4);
    }

    @Test
    void what_a_failed_transaction_did_is_not_remembered() {
        String id = opened(here);

        assertThatThrownBy(() -> bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    here.tell(id, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
                    throw new IllegalStateException("the message could not be kept");
                }))
                .hasMessageContaining("could not be kept");

        assertThat(here.tell(id, 1, new JourneyCommand.Accept(), time.instant(), STAFF, null))
                .isInstanceOf(Told.Done.class);
        assertThat(here.get(id).version()).isEqualTo(3);
    }

    @Test
    void finds_room_although_every_unit_with_room_is_being_taken_at_the_same_moment() throws Exception {
        List<String> ids = IntStream.range(0, 12).mapToObj(i -> toRespond()).toList();
        List<Callable<Told>> starts = ids.stream()
                .<Callable<Told>>map(id ->
                        () -> here.tell(id, 0, new JourneyCommand.StartStep(List.of()), time.instant(), STAFF, null))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(ids.size())) {
            for (var told : threads.invokeAll(starts)) {
                assertThat(told.get()).isInstanceOf(Told.Done.class);
            }
        }
    }

    private String toRespond() {
        String id = opened(here);
        here.tell(id, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        here.tell(
                id,
                0,
                new JourneyCommand.Decide(OptionId.of("respond"), "", List.of("nurse", "therapist"), "At home", null),
                time.instant(),
                STAFF,
                null);
        return id;
    }

    private String opened(Desk desk) {
        String id = newId("remembered");
        desk.open(
                id,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        newId("person"),
                        RouteId.of("professional"),
                        new Sender("gp", "", "", ""),
                        "Has fallen",
                        Map.of("locality", "central", "urgency", "urgent")),
                time.instant(),
                STAFF,
                null);
        return id;
    }
}
