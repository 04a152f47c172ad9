package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.time.PlaceTime;

/** Commands of many at the same moment are written together, and yet none has anything to do with another. */
class GroupCommitTest extends ServerTest {

    private final PlaceTime time = bean(PlaceTime.class);
    private final Desk desk = bean(Desk.class);

    @Test
    void one_key_told_by_two_among_many_opens_one_journey_and_touches_no_other() throws Exception {
        String twice = newId("twice");
        List<Told> told = atOnce(40, i -> open(newId("group"), i < 2 ? twice : newId("key")));

        assertThat(told).allMatch(Told.Done.class::isInstance);
        assertThat(told.stream().filter(t -> ((Told.Done) t).happened().isEmpty()))
                .as("told before")
                .hasSize(1);
    }

    @Test
    void notes_of_many_on_one_journey_all_stand_in_one_row_of_numbers() throws Exception {
        String id = newId("group");
        open(id, null);

        List<Told> told = atOnce(5, i -> note(id));

        assertThat(told).allMatch(Told.Done.class::isInstance);
        assertThat(desk.get(id).history().events())
                .extracting(r -> r.sequence())
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(bean(org.springframework.jdbc.core.JdbcTemplate.class)
                        .queryForObject("select version from journey where id = ?", Integer.class, id))
                .isEqualTo(6);
    }

    @Test
    void nobody_waits_for_a_journey_that_somebody_else_holds() throws Exception {
        String held = newId("held");
        open(held, null);
        CountDownLatch isHeld = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = threads.submit(() -> hold(held, isHeld, letGo));
            assertThat(isHeld.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Told> waiting = CompletableFuture.supplyAsync(() -> note(held), threads);

            assertThat(atOnce(10, i -> open(newId("free"), null))).allMatch(Told.Done.class::isInstance);

            assertThat(waiting).isNotDone();
            letGo.countDown();
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(Told.Done.class);
            holder.get();
        }
    }

    private void hold(String journey, CountDownLatch isHeld, CountDownLatch letGo) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            bean(org.springframework.jdbc.core.JdbcTemplate.class)
                    .queryForList("select version from journey where id = ? for update", journey);
            isHeld.countDown();
            try {
                assertThat(letGo.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private interface Teller {
        Told tell(int number);
    }

    private static List<Told> atOnce(int many, Teller teller) throws Exception {
        CountDownLatch all = new CountDownLatch(many);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Told>> tells = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                tells.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return teller.tell(number);
                }));
            }
            List<Told> told = new ArrayList<>();
            for (Future<Told> one : tells) {
                told.add(one.get());
            }
            return told;
        }
    }

    private Told note(String journey) {
        return desk.tell(journey, 0, new JourneyCommand.AddNote("Rang"), time.instant(), STAFF, null);
    }

    private Told open(String id, @org.jspecify.annotations.Nullable String key) {
        return desk.open(
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
                key);
    }
}
