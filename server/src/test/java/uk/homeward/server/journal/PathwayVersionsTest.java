package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.time.PlaceTime;

/** A step is taken out of the pathway while somebody is on it: they, and those who care for them, go on. */
class PathwayVersionsTest extends ServerTest {

    private static final PathwayId CARE = PathwayId.of("intermediate-care");
    private static final int OLD_VERSION = 99;
    private static final String OLD_STEP = "warm-words";

    private final Pathways pathways = bean(Pathways.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final Instant now = bean(PlaceTime.class).instant();
    private final Instant then = now.minus(Duration.ofDays(30));
    private String journey = "";

    @BeforeEach
    void the_pathway_had_another_step() {
        pathways.learn(CARE, older());
        journey = waitingFor(OLD_STEP, then.plus(Duration.ofDays(1)));
    }

    @AfterEach
    void forget() {
        new JdbcTemplate(owner())
                .execute("set session_replication_role = replica; delete from event where subject_id = '" + journey
                        + "'; delete from journey where id = '" + journey + "'; set session_replication_role = origin");
    }

    @Test
    void what_is_run_now_was_told_at_the_start() {
        assertThat(jdbc.queryForList("select pathway from pathway_version where number = 1", String.class))
                .contains(CARE.value());
        assertThat(pathways.get(CARE, pathways.get(CARE).version())).isSameAs(pathways.get(CARE));
    }

    @Test
    void who_began_on_the_older_definition_stays_on_it() {
        assertThat(bean(Desk.class).get(journey).pathway().steps().keySet())
                .anyMatch(s -> s.value().equals(OLD_STEP));
        assertThat(pathways.get(CARE).steps().keySet()).noneMatch(s -> s.value().equals(OLD_STEP));
        assertThat(pathways.having(CARE, OLD_STEP)).isNotSameAs(pathways.get(CARE));
    }

    @Test
    void the_pages_show_them_where_they_are() {
        assertThat(get("/journeys/" + journey, "triage-clinician"))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(200))
                .extracting(page -> page.body())
                .asString()
                .contains("Warm words");
        assertThat(get("/response?at=" + OLD_STEP, "triage-clinician"))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(200))
                .extracting(page -> page.body())
                .asString()
                .contains("Warm words");
    }

    /** The shipped definition as it might have been: one of its steps had another name. */
    private static String older() {
        return bean(Pathways.class)
                .definitions()
                .getFirst()
                .text()
                .replaceFirst("(?m)^version: .*$", "version: " + OLD_VERSION)
                .replaceAll("\\brecovery-support\\b", OLD_STEP)
                .replace("title: Short-term support at home", "title: Warm words");
    }

    private String waitingFor(String step, Instant at) {
        String person = newId("older");
        bean(Desk.class)
                .tellPerson(
                        person, List.of(new PersonEvent.PersonRegistered(someone("Old", "Timer"))), at, STAFF, null);
        String id = newId("older-journey");
        List<Recorded<JourneyEvent>> told = Journal.number(
                Subject.journey(id),
                0,
                at,
                at,
                STAFF,
                List.of(
                        new JourneyEvent.JourneyOpened(
                                person,
                                CARE,
                                OLD_VERSION,
                                RouteId.of("professional"),
                                new JourneyEvent.Sender("gp", "", "", ""),
                                "Has fallen",
                                Map.of("locality", "central")),
                        new JourneyEvent.ReferralAccepted(),
                        new JourneyEvent.StepRequested(StepId.of(step))));
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Journal.class).append(told, null));
        return id;
    }
}
