package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Role;
import uk.homeward.server.commandline.Homeward;

/** The national returns: what is written to files, and that each figure opens to the people who make it. */
class ReturnsPageTest extends Ward {

    private static final String DAY = "2025-06-10";

    /** Somebody in the other trust's hospital, of whom no other test speaks. */
    private String inMidlandMet(String name, String admitted, String ready) {
        String person = person(name, false);
        String stay = stays.tell(
                        "swbh",
                        person,
                        List.of(new SpellEvent.Admitted(
                                person, "midland-met", newId("V"), "midland-met-medical-ward-1")),
                        at(admitted),
                        NURSE)
                .orElseThrow()
                .id();
        say(stay, ready, ready());
        return stay;
    }

    private void leave(String stay, String when) {
        String person = flows.find(stay).orElseThrow().spell().person();
        stays.tell(
                "swbh",
                person,
                List.of(new SpellEvent.Discharged(person, "midland-met", visit(stay), "19")),
                at(when),
                NURSE);
    }

    @Test
    void the_sitrep_and_the_months_reconcile_to_named_people() {
        String waits = inMidlandMet("Una", "2025-05-20T10:00", "2025-06-05T09:00");
        say(waits, "2025-06-05T10:00", needs(Need.HELP_WITH_CARE));
        say(waits, "2025-06-05T11:00", new FlowCommand.NameHoldUp("hub-confirmation", ""));
        say(waits, "2025-06-08T11:00", new FlowCommand.NameHoldUp("p1-social-full", "no evening visits"));
        String left = inMidlandMet("Vera", "2025-06-01T10:00", "2025-06-08T09:00");
        say(left, "2025-06-08T12:00", needs(Need.NOTHING_NEW));
        leave(left, DAY + "T18:00");
        leave(waits, "2025-06-12T11:00");

        String sitrep = visitor(Role.HUB).get("/returns?kind=sitrep&organisation=swbh&day=" + DAY);
        assertThat(sitrep).contains("these 2 people");
        assertThat(number(sitrep, "Number of patients who no longer meet the criteria to reside"))
                .isEqualTo(2);
        assertThat(number(sitrep, "Number of patients discharged")).isEqualTo(1);
        assertThat(sitrep).contains("Capacity – Other home-based social care service not yet available (Pathway 1)");
        String behind =
                visitor(Role.HUB).get("/returns/people?kind=sitrep&organisation=swbh&day=" + DAY + "&part=0&line=4");
        assertThat(behind).contains("Una Flow").doesNotContain("Vera Flow");

        String file = get("/returns/sitrep.csv?day=" + DAY, "analyst").body();
        assertThat(file)
                .startsWith("\"month\",\"org\",\"period\",\"metric\",\"value\"\n")
                .contains("\"2025-06-01\",\"RXK\",\"" + DAY + "\",\"Number of patients discharged\",\"1\"")
                .doesNotContain("Una", "Vera");
        String dtoc = get("/returns/dtoc.csv?month=2025-06", "analyst").body();
        assertThat(dtoc)
                .contains("\"2025-06-01\",\"RXK\",\"social-care\",\"Other home-based social care service not yet"
                        + " available (Pathway 1)\",\"4\",\"0\"")
                .contains("\"RXK\",\"all\",\"All Delay Reasons\",\"9\",\"0\"");
        String discharge =
                get("/returns/discharge.csv?month=2025-06", "analyst").body();
        assertThat(discharge).contains("\"2025-06-01\",\"RXK\",\"2\",\"9\",\"0\",\"0\",\"1\",\"0\",\"1\"");
        assertThat(new ReturnFiles(new Returns(
                                bean(org.springframework.jdbc.core.JdbcTemplate.class),
                                bean(uk.homeward.journey.place.Place.class)))
                        .sitrep(LocalDate.parse(DAY)))
                .as("the page's file and the command's are one")
                .isEqualTo(file);
    }

    private static long number(String page, String figure) {
        Matcher found = Pattern.compile(">" + Pattern.quote(figure) + "</th>\\s*<td class=\"hw-number\">([0-9]+)</td>")
                .matcher(page);
        assertThat(found.find()).as(figure).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void the_command_writes_a_file_beside_a_running_server(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sitrep.csv");
        String data = String.valueOf(bean(ServerSettings.class).data());
        assertThat(Homeward.run("returns", "sitrep", "--day", "2025-06-10", "--to", file.toString(), "--data", data))
                .isZero();
        assertThat(Files.readString(file)).startsWith("\"month\",\"org\",\"period\",\"metric\",\"value\"\n");
        assertThat(Homeward.run("returns", "dtoc", "--month", "June", "--data", data))
                .isEqualTo(1);
        assertThat(Homeward.run("returns", "nothing", "--data", data)).isEqualTo(2);
    }

    @Test
    void who_sees_figures_only_is_not_led_to_people() {
        assertThat(get("/returns?kind=dtoc", "analyst").body())
                .contains("Delayed transfers of care")
                .doesNotContain("/returns/people");
        assertThat(get("/returns/people?kind=dtoc&part=0&line=0", "analyst").statusCode())
                .isEqualTo(403);
        assertThat(get("/returns/people?kind=dtoc&part=0&line=999", "hub").statusCode())
                .isEqualTo(404);
        assertThat(get("/returns/nothing.csv", "analyst").statusCode()).isEqualTo(404);
    }

    @Test
    void the_hub_sees_all_hospitals_longest_first_and_can_narrow_them() {
        String longer = inMidlandMet("Willa", "2025-09-01T10:00", "2025-09-03T09:00");
        String shorter = inMidlandMet("Xena", "2025-09-02T10:00", "2025-09-04T09:00");
        say(longer, "2025-09-03T10:00", new FlowCommand.NameHoldUp("equipment", ""));
        String board = visitor(Role.HUB).get("/hub?site=midland-met");
        assertThat(board.indexOf("Willa Flow")).isPositive().isLessThan(board.indexOf("Xena Flow"));
        assertThat(visitor(Role.HUB).get("/hub?cause=unnamed&site=midland-met"))
                .contains("Xena Flow")
                .doesNotContain("Willa Flow");
        assertThat(visitor(Role.HUB).get("/hub?side=both&site=midland-met"))
                .contains("Willa Flow")
                .doesNotContain("Xena Flow");
        assertThat(get("/hub.csv?site=midland-met", "hub").body())
                .contains("Equipment and associated training not yet delivered (Pathway 1-3)");
        assertThat(visitor(Role.RESPONDER).get("/hub")).contains("None of the place's hospitals is yours");
        leave(longer, "2025-09-05T10:00");
        leave(shorter, "2025-09-05T11:00");
        assertThat(visitor(Role.HUB).get("/discharges?day=2025-09-05")).contains("Willa Flow", "Xena Flow");
        assertThat(visitor(Role.HUB).get("/expected-dates?days=900")).contains("How expected dates turn out");
    }
}
