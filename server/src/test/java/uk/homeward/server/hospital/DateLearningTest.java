package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/**
 * How expected dates turn out, on a drawn set of stays that anybody can check by hand. Two wards and two consultants, of whom no
 * other test speaks; all left in March 2025.
 */
class DateLearningTest extends Ward {

    private static final String FIRST = "city-hospital-drawn-ward-1";
    private static final String SECOND = "city-hospital-drawn-ward-2";
    private static boolean drawn;

    /**
     * <pre>
     * ward  consultant  in      date set     first  moved to  left    in time  by first  by last  days late
     * 1     Dr Asha     1       2 at 09:00   4                4       yes      yes       yes      0
     * 1     Dr Asha     1       2 at 11:59   5      7         7       yes      no        yes      2
     * 1     Dr Asha     2       3 at 15:00   6                5       no       yes       yes      -1
     * 1     Dr Bell     3       4 at 10:00   5      6, 8      9       yes      no        no       4
     * 1     Dr Bell     3       4 at 12:00   9                9       yes      yes       yes      0
     * 1     Dr Bell     4       never                         6
     * 1     Dr Bell     5       5 at 14:00   7                5 (no night: not counted)
     * 2     Dr Asha     1       1 at 20:00   3                4       yes      no        no       1
     * </pre>
     */
    @BeforeEach
    void draw() {
        if (drawn) {
            return;
        }
        drawn = true;
        stay(FIRST, "Dr Asha", 1, "02T09:00", 4, 4);
        stay(FIRST, "Dr Asha", 1, "02T11:59", 5, 7, 7);
        stay(FIRST, "Dr Asha", 2, "03T15:00", 6, 5);
        stay(FIRST, "Dr Bell", 3, "04T10:00", 5, 9, 6, 8);
        stay(FIRST, "Dr Bell", 3, "04T12:00", 9, 9);
        stay(FIRST, "Dr Bell", 4, "", 0, 6);
        stay(FIRST, "Dr Bell", 5, "05T14:00", 7, 5);
        stay(SECOND, "Dr Asha", 1, "01T20:00", 3, 4);
    }

    /** @param setAt day and time in March at which the first date was set; empty where none ever was */
    private void stay(String ward, String consultant, int in, String setAt, int first, int left, int... moved) {
        String person = person("Drawn", false);
        String visit = newId("V");
        String march = "2025-03-";
        String stay = stays.tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Admitted(person, SITE, visit, ward + "/A/1")),
                        at("%s%02dT08:00".formatted(march, in)),
                        NURSE)
                .orElseThrow()
                .id();
        say(stay, "%s%02dT08:30".formatted(march, in), new FlowCommand.NameConsultant(consultant));
        if (!setAt.isEmpty()) {
            say(stay, march + setAt, new FlowCommand.SetDate(LocalDate.of(2025, 3, first), ""));
        }
        int day = first;
        for (int later : moved) {
            FlowCommand move = new FlowCommand.SetDate(LocalDate.of(2025, 3, later), "Still on the drip");
            say(stay, "%s%02dT10:00".formatted(march, day), move);
            day = later;
        }
        stays.tell(
                "uhb",
                person,
                List.of(new SpellEvent.Discharged(person, SITE, visit, "19")),
                at("%s%02dT18:00".formatted(march, left)),
                NURSE);
    }

    private List<DateLearning.Line> lines(DateLearning.By by) {
        DateLearning learning = bean(DateLearning.class);
        return learning.of(by, List.of(SITE), at("2025-03-01T00:00"), at("2025-04-01T00:00")).stream()
                .filter(line -> line.who().contains("drawn-ward")
                        || List.of("Dr Asha", "Dr Bell").contains(line.who()))
                .toList();
    }

    @Test
    void by_ward() {
        List<DateLearning.Line> wards = lines(DateLearning.By.WARD);
        assertThat(wards)
                .extracting(line ->
                        line.who() + ": " + line.left() + " left, " + line.withDate() + " dated, " + line.inTime()
                                + " in time, " + line.byFirst() + " by the first, " + line.byLast() + " by the last")
                .containsExactly(
                        FIRST + ": 6 left, 5 dated, 4 in time, 3 by the first, 4 by the last",
                        SECOND + ": 1 left, 1 dated, 1 in time, 0 by the first, 0 by the last");
        DateLearning.Line first = wards.getFirst();
        assertThat(first.meanLate()).as("(0 + 2 - 1 + 4 + 0) / 5").isCloseTo(1.0, within(1e-9));
        assertThat(first.changes()).as("(0 + 1 + 0 + 2 + 0) / 5").isCloseTo(0.6, within(1e-9));
        assertThat(first.percent(first.byFirst())).as("3 of 5").isEqualTo(60);
        assertThat(wards.getLast().percent(0)).as("one stay says nothing").isEqualTo(-1);
    }

    @Test
    void by_consultant() {
        assertThat(lines(DateLearning.By.CONSULTANT))
                .extracting(line -> line.who() + ": " + line.left() + " left, " + line.withDate() + " dated, "
                        + line.inTime()
                        + " in time, " + line.byFirst() + " by the first, " + line.byLast() + " by the last, mean "
                        + Math.round(line.meanLate() * 100) / 100.0)
                .containsExactly(
                        "Dr Asha: 4 left, 4 dated, 3 in time, 2 by the first, 3 by the last, mean 0.5",
                        "Dr Bell: 3 left, 2 dated, 2 in time, 1 by the first, 1 by the last, mean 2.0");
    }

    @Test
    void the_page_and_its_file_show_the_same_to_those_of_the_hospital() {
        long days = java.time.temporal.ChronoUnit.DAYS.between(
                LocalDate.of(2025, 3, 1),
                bean(uk.homeward.server.time.PlaceTime.class)
                        .instant()
                        .atZone(ZONE)
                        .toLocalDate());
        assertThat(days).as("the page looks back at most 999 days").isLessThan(999);
        Visitor ward = visitor(Role.WARD);
        String page = ward.get("/expected-dates?by=consultant&days=" + days);
        assertThat(page).contains("How expected dates turn out", "Dr Asha", "Dr Bell");
        assertThat(get("/expected-dates.csv?by=ward&days=" + days, "ward").body())
                .contains("\"" + FIRST + "\",\"6\",\"5\",\"4\",\"3\",\"4\",\"1.00\",\"0.60\"");
        assertThat(get("/expected-dates", "provider").statusCode()).isEqualTo(403);
        assertThat(bean(JdbcTemplate.class).queryForList("select 1 from flow where ward = ? and died", FIRST))
                .isEmpty();
    }
}
