package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.flow.ReturnDestination;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.Visitor;
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
        leave(stay, when, "19");
    }

    private void leave(String stay, String when, String code) {
        String person = flows.find(stay).orElseThrow().spell().person();
        stays.tell(
                "swbh",
                person,
                List.of(new SpellEvent.Discharged(person, "midland-met", visit(stay), code)),
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

    @Test
    void twelve_destinations_come_from_what_was_recorded_at_discharge_and_open_to_the_person() {
        String day = "2025-07-15";
        Map<String, String> lines = new LinkedHashMap<>();
        leaving("Aled", day, "HOME", lines, "P0 - Domestic home without reablement support", Need.NOTHING_NEW);
        leaving("Bron", day, "ELSEWHERE", lines, "P0 - Other without reablement support", Need.NOTHING_NEW);
        leaving("Cato", day, "WITH_FAMILY", lines, "P1 - Domestic home with reablement support", Need.THERAPY);
        leaving("Dara", day, "HOTEL", lines, "P1 - Hotel with reablement support", Need.THERAPY);
        leaving("Elin", day, "ELSEWHERE", lines, "P1 - Other with reablement support", Need.HELP_WITH_CARE);
        Need short_ = Need.NOT_SAFE_BETWEEN_VISITS;
        leaving("Fflur", day, "CARE_HOME_FOR_NOW", lines, "P2 - Care Home  (short term 24hr support)", short_);
        String apart = "P2 - Designated Setting  (isolation before moving to care home)";
        leaving("Gwen", day, "ISOLATION", lines, apart, short_);
        leaving("Huw", day, "HOSPICE", lines, "P2 - Hospice  (short term 24hr support)", short_);
        leaving("Ioan", day, "COMMUNITY_BED", lines, "P2 - Community Rehab Setting (short term 24hr support)", short_);
        Need lasting = Need.LASTING_CARE_DAY_AND_NIGHT;
        leaving("Jac", day, "NEW_CARE_HOME", lines, "P3 - Care Home (new admission, likely permanent)", lasting);
        leaving("Kai", day, "USUAL_CARE_HOME", lines, "P3b - Care Home (existing resident discharged back)", lasting);
        String waiting = "P3 - Designated Setting (isolation before moving to care home as new admission)";
        leaving("Lowri", day, "ISOLATION", lines, waiting, lasting);

        Visitor hub = visitor(Role.HUB);
        String asked = "?kind=sitrep&organisation=swbh&day=" + day;
        String file = get("/returns/sitrep.csv?day=" + day, "analyst").body();
        List<String> metrics = file.lines()
                .filter(line -> line.contains("\"RXK\"") && line.contains("\"P"))
                .map(line -> line.replaceAll("^(?:\"[^\"]*\",){3}\"|\",\"[0-9]+\"$", ""))
                .filter(metric -> metric.matches("P[0-3]b? - .*"))
                .toList();
        assertThat(metrics)
                .as("every published line, also those with nobody")
                .containsExactlyElementsOf(Arrays.stream(ReturnDestination.values())
                        .map(ReturnDestination::metric)
                        .toList());
        lines.forEach((name, line) -> {
            assertThat(file).contains("\"" + day + "\",\"" + line + "\",\"1\"");
            int at = metrics.indexOf(line);
            assertThat(hub.get("/returns/people" + asked + "&part=2&line=" + at))
                    .contains(name + " Flow");
        });
        assertThat(number(hub.get("/returns" + asked), "Number of patients discharged"))
                .isEqualTo(12);
        assertThat(file).doesNotContain("Destination not recorded");
    }

    /** Need and destination are told on the stay's page, as the ward does; the hospital then tells that they left. */
    private void leaving(String name, String day, String kind, Map<String, String> lines, String line, Need need) {
        String stay = inMidlandMet(name, "2025-07-10T10:00", day + "T08:00");
        Visitor hub = visitor(Role.HUB);
        String page = "/stays/" + StayRef.encode(stay);
        hub.get(page);
        hub.send(page + "/describe-need", "needs", need.name(), "at", day + "T08:30");
        assertThat(hub.send(page + "/name-destination", "kind", kind, "at", day + "T09:00"))
                .contains("Recorded: Goes to:");
        leave(stay, day + "T11:00");
        lines.put(name, line);
        assertThat(hub.get(page))
                .contains(
                        "Counts in the daily return as", line.replace("  ", " ").replaceFirst(" \\(.*", ""));
    }

    @Test
    void the_code_of_the_hospitals_message_is_used_where_nobody_named_a_destination() {
        String day = "2025-07-21";
        String stay = inMidlandMet("Mair", "2025-07-15T10:00", day + "T08:00");
        String died = inMidlandMet("Nan", "2025-07-15T10:00", day + "T08:00");
        String nobody = inMidlandMet("Owain", "2025-07-15T10:00", day + "T08:00");
        say(stay, day + "T09:00", needs(Need.LASTING_CARE_DAY_AND_NIGHT));
        leave(stay, day + "T11:00", "85");
        leave(died, day + "T11:00", "79");
        leave(nobody, day + "T11:00", "");
        Visitor hub = visitor(Role.HUB);
        String asked = "?kind=sitrep&organisation=swbh&day=" + day;
        String page = hub.get("/returns" + asked);
        assertThat(number(page, "Number of patients discharged")).isEqualTo(2);
        assertThat(number(page, "P3 - Care Home (new admission, likely permanent)"))
                .isEqualTo(1);
        assertThat(number(page, "Destination not recorded")).isEqualTo(1);
        assertThat(number(page, "Died")).isEqualTo(1);
        assertThat(hub.get("/returns/people" + asked + "&part=2&line=12")).contains("Owain Flow");

        hub.get("/stays/" + StayRef.encode(nobody));
        hub.send("/stays/" + StayRef.encode(nobody) + "/name-destination", "kind", "USUAL_CARE_HOME");
        assertThat(number(hub.get("/returns" + asked), "P3b - Care Home (existing resident discharged back)"))
                .as("what was forgotten is told afterwards, and the return follows")
                .isEqualTo(1);
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
