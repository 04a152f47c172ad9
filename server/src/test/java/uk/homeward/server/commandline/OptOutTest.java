package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** Whoever opted out is in no file that is given out, and receivers cannot put their files together. */
class OptOutTest extends ServerTest {

    private static final String OF_HER = """
        select count(*) from event where (subject_kind in ('PERSON', 'CONSENT') and subject_id = ?) or subject_id = ?
        """;

    @TempDir
    Path folder;

    private final String ada = somebody();
    private final String journey = opened(ada);

    @Test
    void whoever_opts_out_is_taken_out_of_a_folder_that_was_published_before() throws Exception {
        bean(Looks.class).keep(new User("w", "Wendy", Role.WARD, "uhb", List.of()), ada, "record", "");
        bean(Looks.class).keep(new User("w", "Wendy", Role.WARD, "uhb", List.of()), newId("other"), "record", "");
        export();
        long before = number("SELECT count(*) FROM " + table("events"));
        long journeys = number("SELECT count(*) FROM " + table("journeys"));
        long looks = number("SELECT count(*) FROM " + table("looks"));

        choose(true);
        String said = export();

        long hers = count(OF_HER, ada, journey) - 1; // the event of opting out came after
        assertThat(said).contains("left out: ");
        assertThat(number("SELECT count(*) FROM " + table("events"))).isEqualTo(before - hers);
        assertThat(number("SELECT count(*) FROM " + table("journeys"))).isEqualTo(journeys - 1);
        assertThat(number("SELECT count(*) FROM " + table("looks"))).isEqualTo(looks - 1);

        choose(false);
        export();
        assertThat(number("SELECT count(*) FROM " + table("journeys"))).isEqualTo(journeys);
    }

    @Test
    void two_receivers_get_other_numbers_for_the_same_people() throws Exception {
        export("--for", "university");
        Set<Long> first = numbers();
        long rows = number("SELECT count(*) FROM " + table("people"));
        Path one = folder;
        folder = one.resolve("other");
        export("--for", "charity");

        assertThat(first).hasSize((int) rows);
        assertThat(numbers()).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
        folder = one;
        assertThat(run(List.of("--for", "charity")).exit())
                .as("a folder of another receiver")
                .isEqualTo(1);
    }

    private String export(String... more) {
        Ran ran = run(List.of(more));
        assertThat(ran.exit()).as(ran.out()).isZero();
        return ran.out();
    }

    private record Ran(int exit, String out) {}

    private Ran run(List<String> more) {
        List<String> all = new ArrayList<>(List.of("events", "--to", folder.toString(), "--data", data().toString()));
        all.addAll(
                List.of("--place", root().resolve("places/birmingham-solihull").toString()));
        all.addAll(more);
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new ExportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(all.toArray(String[]::new));
        return new Ran(exit, out.toString());
    }

    private Set<Long> numbers() throws SQLException {
        Set<Long> numbers = new HashSet<>();
        query("SELECT person FROM " + table("people"), numbers);
        return numbers;
    }

    private long number(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        query(sql, numbers);
        return numbers.getFirst();
    }

    private static void query(String sql, java.util.Collection<Long> into) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                into.add(rows.getLong(1));
            }
        }
    }

    private String table(String table) {
        return "read_parquet('" + folder.resolve(table) + "/*.parquet')";
    }

    private static long count(String sql, Object... values) {
        return java.util.Objects.requireNonNull(bean(JdbcTemplate.class).queryForObject(sql, Long.class, values));
    }

    private void choose(boolean out) {
        bean(Ledger.class)
                .tell(
                        Subject.consent(ada),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null,
                        before ->
                                new Verdict.Done(List.<Event>of(new TrustEvent.NationalOptOutTold(out, "By letter"))));
    }

    private static String somebody() {
        String id = newId("out");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(someone("Ada", "Hushed"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return id;
    }

    private static String opened(String person) {
        String id = newId("out-journey");
        bean(Desk.class)
                .open(
                        id,
                        PathwayId.of("intermediate-care"),
                        new JourneyCommand.Open(
                                person,
                                RouteId.of("professional"),
                                new Sender("gp", "Riverside Practice", "Dr Lee", "0121 496 0001"),
                                "a fall at night",
                                Map.of("urgency", "urgent", "locality", "central")),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return id;
    }
}
