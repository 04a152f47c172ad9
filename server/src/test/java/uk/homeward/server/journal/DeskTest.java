package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.time.PlaceTime;

class DeskTest extends ServerTest {

    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    @Test
    void keeps_what_was_told_and_shows_it_on_the_worklist() {
        String journey = referred();
        tell(journey, new JourneyCommand.Accept());

        assertThat(jdbc.queryForMap("select state, at, due_standard from journey where id = ?", journey))
                .containsEntry("state", "WAITING")
                .containsEntry("at", "triage")
                .containsEntry("due_standard", "triage-30min");
    }

    @Test
    void does_the_same_command_once_when_it_is_told_twice() {
        String journey = referred();
        Told first = desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, "key-" + journey);
        Told second = desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, "key-" + journey);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Told.Done.class, d -> assertThat(d.happened()).isNotEmpty());
        assertThat(second)
                .isInstanceOfSatisfying(
                        Told.Done.class, d -> assertThat(d.happened()).isEmpty());
        assertThat(events(journey, "ReferralAccepted")).isEqualTo(1);
    }

    @Test
    void tells_the_second_of_two_people_what_the_first_one_did() {
        String journey = referred();
        int seen = desk.get(journey).version();
        desk.tell(journey, seen, new JourneyCommand.Accept(), time.instant(), STAFF, null);

        Told second = desk.tell(
                journey, seen, new JourneyCommand.Decline("out-of-area", "ring 111"), time.instant(), STAFF, null);

        assertThat(second)
                .isInstanceOfSatisfying(
                        Told.Conflict.class,
                        c -> assertThat(c.changed())
                                .extracting(r -> r.event().type())
                                .contains("ReferralAccepted"));
        assertThat(events(journey, "ReferralDeclined")).isZero();
    }

    @Test
    void keeps_a_refusal() {
        String journey = referred();
        Told told = tell(journey, new JourneyCommand.CompleteStep("done"));

        assertThat(told)
                .isInstanceOfSatisfying(
                        Told.Refused.class, r -> assertThat(r.code()).isEqualTo("no-step"));
        assertThat(events(journey, "CommandRefused")).isEqualTo(1);
    }

    @Test
    void refuses_the_same_command_again_when_it_is_told_twice() {
        String journey = referred();
        for (int i = 0; i < 2; i++) {
            Told told = desk.tell(
                    journey, 0, new JourneyCommand.CompleteStep("x"), time.instant(), STAFF, "refused-" + journey);
            assertThat(told).isInstanceOf(Told.Refused.class);
        }
        assertThat(events(journey, "CommandRefused")).isEqualTo(1);
    }

    @Test
    void takes_many_facts_about_one_person_at_once() throws Exception {
        String person = newId("p");
        desk.tellPerson(
                person,
                List.of(new PersonEvent.PersonRegistered(someone("Ada", "Example"))),
                time.instant(),
                STAFF,
                null);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> told = many.invokeAll(java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        desk.tellPerson(
                                person,
                                List.of(new PersonEvent.StoryAnswered("q" + i, "yes", "certain", null)),
                                time.instant(),
                                STAFF,
                                null);
                        return true;
                    })
                    .toList());
            for (Future<Boolean> t : told) {
                assertThat(t.get()).isTrue();
            }
        }
        assertThat(jdbc.queryForObject("select count(*) from person_note where person = ?", Integer.class, person))
                .isEqualTo(20);
    }

    @Test
    void gives_the_last_place_to_exactly_one_of_many() throws Exception {
        jdbc.update("""
            insert into unit (place, pool, unit, version, title, locality, organisation, capacity, out_of_service,
                              occupied, confirmed_at)
            values ('birmingham-solihull', 'response-places', 'last-place', 0, 'Last place', 'nowhere', 'bchc', 1, 0, 0, now())
            """);
        List<String> waiting = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> waitingForResponse())
                .toList();
        uk.homeward.journey.event.Place last = new uk.homeward.journey.event.Place(
                uk.homeward.journey.pathway.PoolId.of("response-places"), "last-place", null);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Told>> told = many.invokeAll(waiting.stream()
                    .map(j -> (Callable<Told>) () -> tell(j, new JourneyCommand.StartStep(List.of(last))))
                    .toList());
            long winners = 0;
            for (Future<Told> t : told) {
                winners += t.get() instanceof Told.Done ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(jdbc.queryForObject("select occupied from unit where unit = 'last-place'", Integer.class))
                .isEqualTo(1);
        jdbc.update("delete from unit where unit = 'last-place'");
    }

    @Test
    void never_changes_an_event() {
        String journey = referred();
        List<String> attempts = List.of(
                "update event set payload = '{}' where subject_id = ?", "delete from event where subject_id = ?");
        JdbcTemplate owner = new JdbcTemplate(owner());
        assertThat(attempts).allSatisfy(sql -> {
            assertThatThrownBy(() -> jdbc.update(sql, journey)).rootCause().hasMessageContaining("permission denied");
            assertThatThrownBy(() -> owner.update(sql, journey)).hasMessageContaining("append-only");
        });
    }

    private String referred() {
        String person = newId("p");
        desk.tellPerson(
                person,
                List.of(new PersonEvent.PersonRegistered(someone("Ada", "Example"))),
                time.instant(),
                STAFF,
                null);
        String journey = newId("j");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                        "fell at home",
                        Map.of("urgency", "urgent", "locality", "central")),
                time.instant(),
                STAFF,
                null);
        return journey;
    }

    private String waitingForResponse() {
        String journey = referred();
        tell(journey, new JourneyCommand.Accept());
        tell(
                journey,
                new JourneyCommand.Decide(OptionId.of("respond"), "", List.of("nurse", "therapist"), "home", null));
        assertThat(desk.get(journey).state()).isInstanceOf(State.Waiting.class);
        return journey;
    }

    private Told tell(String journey, JourneyCommand command) {
        return desk.tell(journey, 0, command, time.instant(), STAFF, null);
    }

    private int events(String journey, String type) {
        Integer count = jdbc.queryForObject(
                "select count(*) from event where subject_id = ? and type = ?", Integer.class, journey, type);
        return count == null ? 0 : count;
    }
}
